"""The room of the content: content/*.yaml becomes `bot.domain.catalogue.Catalogue`."""
