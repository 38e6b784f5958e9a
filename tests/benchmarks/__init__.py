"""How fast a film is made: ``film`` measures drawing and encoding, ``paper`` everything."""
