"""What every page stands on: theme, jobs, actions, dialogs and the plain widgets. It knows no page."""
