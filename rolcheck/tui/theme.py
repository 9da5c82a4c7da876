"""Textual's themes, made of the palettes."""

from textual.theme import Theme

from rolcheck.base.colours import ThemeName, palette


def variables(name: ThemeName) -> dict[str, str]:
    """Return what stylesheets may use beside Textual's own names, as ``$muted`` or ``$ground``."""
    colours = palette(name)
    return dict(colours) | {
        "scrollbar": colours["chrome"],
        "scrollbar-hover": colours["dim"],
        "scrollbar-active": colours["dim"],
        "scrollbar-background": colours["ground"],
        "scrollbar-background-hover": colours["ground"],
        "scrollbar-background-active": colours["ground"],
        "scrollbar-corner-color": colours["ground"],
        "input-cursor-background": colours["fg"],
        "input-cursor-foreground": colours["surface"],
        "input-selection-background": colours["cursor"],
        "input-selection-foreground": colours["fg"],
        "border": colours["accent"],
        "border-blurred": colours["rule"],
        "block-cursor-background": colours["cursor"],
        "block-cursor-foreground": colours["fg"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": colours["select"],
        "block-cursor-blurred-foreground": colours["fg"],
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": colours["select"],
        "screen-selection-background": colours["cursor"],
        "screen-selection-foreground": colours["fg"],
    }


def make_theme(name: ThemeName) -> Theme:
    """Return a Textual theme; what Textual has a field for stands there, the rest in variables."""
    colours = palette(name)
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["bar"],
        accent=colours["accent"],
        foreground=colours["fg"],
        background=colours["ground"],
        surface=colours["surface"],
        panel=colours["panel"],
        success=colours["done"],
        warning=colours["confirm"],
        error=colours["dispute"],
        dark=name != "light",
        variables=variables(name),
    )
