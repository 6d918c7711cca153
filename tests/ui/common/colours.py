"""How far apart two colours are: for the eye, and for an eye that sees no red or no green."""

Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light.
DEUTERANOPIA: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
PROTANOPIA: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
ALL_COLOURS: Matrix = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
# sRGB (IEC 61966-2-1) to XYZ, and its white.
_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Colour = (0.95047, 1.0, 1.08883)


def linear(written: str) -> Colour:
    """The light of a colour written as a hash and six digits."""

    def light(digits: str) -> float:
        part = int(digits, 16) / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return light(written[1:3]), light(written[3:5]), light(written[5:7])


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str, seen_as: Matrix) -> float:
    """The difference of CIE 1976 between two colours as an eye of that kind sees them; about 2 can just be seen."""
    first, second = (_lab(_shown(_times(seen_as, linear(each)))) for each in (one, other))
    return sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5


def _luminance(written: str) -> float:
    red, green, blue = linear(written)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _times(matrix: Matrix, colour: Colour) -> Colour:
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return red, green, blue


def _shown(light: Colour) -> Colour:
    """What a screen can show of a computed light."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in light)
    return red, green, blue


def _lab(light: Colour) -> Colour:
    def part(value: float, white: float) -> float:
        share = value / white
        return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116

    x, y, z = (part(value, white) for value, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
