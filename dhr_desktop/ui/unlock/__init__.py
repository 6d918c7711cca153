"""The way into the library: choosing a passphrase once, and typing it after that."""
