"""The picture of the timeline in the window: lanes over a scale of days, by mouse and by keyboard."""
