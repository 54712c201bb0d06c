"""What is: frozen values, standard library only. Nothing here reads files, draws, or knows how a value was found."""
