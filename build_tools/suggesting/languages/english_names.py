"""Names that an English text uses without meaning anything an entry would explain."""

from __future__ import annotations

_COUNTRIES = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil
britain brunei bulgaria burkina burundi cambodia cameroon canada chad chile china colombia congo
croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini
ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea
guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania
luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco
mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria
norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania
russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain
sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia
turkey türkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales
yemen zambia zimbabwe
africa america americas antarctica asia europe us u.s usa u.s.a uk u.k eu e.u
"""
_PEOPLES = """
afghan afghani african albanian algerian american arab arabic argentine argentinian armenian asian
australian austrian bangladeshi basque belarusian belgian bengali bolivian bosnian brazilian british
briton bulgarian burmese cambodian canadian catalan chechen chilean chinese colombian congolese
croat croatian cuban cypriot czech danish dane dutch ecuadorian egyptian english estonian ethiopian
european filipino finn finnish flemish french georgian german ghanaian greek haitian hebrew hindi
hungarian icelandic indian indonesian iranian iraqi irish israeli italian japanese jordanian kazakh
kenyan korean kurd kurdish kuwaiti latin latvian lebanese libyan lithuanian malaysian mexican
moldovan mongolian moroccan nepalese nepali nigerian norwegian pakistani palestinian pashto persian
peruvian pole polish portuguese punjabi qatari romanian russian rwandan saudi scot scottish serb
serbian singaporean sindhi slovak slovenian somali spanish spaniard sudanese swede swedish swiss
syrian taiwanese tajik tamil tanzanian thai tibetan tunisian turk turkish turkmen ugandan ukrainian
urdu uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
buddhist catholic christian hindu islamic jew jewish muslim protestant shia sikh sunni
"""
_PHRASES = (
    "united states|united states of america|united kingdom|great britain|european union|"
    "south africa|south korea|north korea|saudi arabia|sri lanka|new zealand|costa rica|"
    "el salvador|"
    "sierra leone|ivory coast|cape verde|central african republic|dominican republic|burkina faso|"
    "czech republic|papua new guinea|solomon islands|trinidad and tobago|bosnia and herzegovina|"
    "united arab emirates|equatorial guinea|marshall islands|san marino|timor leste|south sudan|"
    "south asia|central asia|east asia|west asia|southeast asia|south east asia|middle east|"
    "latin america|south america|north america|western europe|eastern europe|north africa|"
    "west africa|east africa|the west|god|internet"
)
_PLURALS = frozenset(f"{one}s" for one in _PEOPLES.split())
_ADJECTIVES = frozenset(
    f"{one}n" for one in _PHRASES.split("|") if one.endswith(("asia", "africa", "america"))
)

EVERYDAY_NAMES = (
    frozenset((*_COUNTRIES.split(), *_PEOPLES.split(), *_PHRASES.split("|")))
    | _PLURALS
    | _ADJECTIVES
)
"""Countries, peoples, languages, faiths and large regions, in lower case."""
