"""The window: screens in Qt Widgets. A screen asks one service, shows its answer, and decides no rule."""
