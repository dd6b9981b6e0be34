//! Terms for areas and units.

use super::{Term, alone, end, word};

pub(super) const MUNICIPALITY_NUMBER: &[Term] = &[
    end("kommunenummer", 0.95),
    end("kommunenr", 0.95),
    end("kommunekode", 0.9),
    word("kommunenum", 0.9),
    word("kommuneid", 0.7),
    word("kommuneno", 0.9),
    word("kommnr", 0.9),
    word("komnr", 0.9),
    word("knr", 0.85),
    word("kummunenr", 0.9),
    word("municipalitynumber", 0.95),
    word("municipalitynr", 0.95),
    word("municipalityno", 0.9),
    word("municipalitycode", 0.9),
    word("municipalityid", 0.7),
    word("municipalitynum", 0.95),
    word("muninum", 0.9),
    word("muninumber", 0.9),
    word("municode", 0.8),
];

pub(super) const MUNICIPALITY_NAME: &[Term] = &[
    end("kommunenavn", 0.95),
    end("kommunenamn", 0.95),
    end("kommunenavnet", 0.9),
    end("kommune", 0.7),
    word("kommuner", 0.6),
    word("komnavn", 0.85),
    word("knavn", 0.7),
    word("kname", 0.7),
    word("municipality", 0.7),
    word("municipalityname", 0.95),
    word("muniname", 0.85),
];

pub(super) const COUNTY_NUMBER: &[Term] = &[
    end("fylkesnummer", 0.95),
    end("fylkesnr", 0.95),
    end("fylkenummer", 0.95),
    end("fylkenr", 0.95),
    end("fylkeskode", 0.9),
    end("fylkekode", 0.9),
    end("fylkekoden", 0.9),
    word("fylkeid", 0.7),
    word("countynumber", 0.95),
    word("countyno", 0.9),
    word("countycode", 0.9),
    word("countynum", 0.95),
    word("fylkeno", 0.9),
];

pub(super) const POSTAL_CODE: &[Term] = &[
    end("postnummer", 0.95),
    end("postnr", 0.95),
    word("postkode", 0.8),
    word("postcode", 0.95),
    word("postalcode", 0.95),
    word("zipcode", 0.9),
    word("zip", 0.8),
];

pub(super) const ORGANISATION: &[Term] = &[
    end("organisasjonsnummer", 0.95),
    end("organisasjonsnr", 0.95),
    end("organisasjonnummer", 0.9),
    end("orgnummer", 0.95),
    end("orgnr", 0.95),
    word("organisationnumber", 0.95),
    word("organizationnumber", 0.95),
    word("organisationno", 0.9),
    word("orgno", 0.9),
    word("orgnumber", 0.9),
    word("orgid", 0.6),
    word("foretaksnummer", 0.7),
    word("foretaksnr", 0.7),
    word("bedriftsnummer", 0.8),
    word("bedriftsnr", 0.8),
    word("virksomhetsnummer", 0.7),
    word("virksomhetsnr", 0.7),
];

pub(super) const COUNTY_NAME: &[Term] = &[
    end("fylkesnavn", 0.95),
    end("fylkenavn", 0.95),
    end("fylkesnamn", 0.95),
    end("fylkenamn", 0.95),
    end("fylke", 0.75),
    end("fylkeskommune", 0.75),
    word("fylker", 0.6),
    word("county", 0.75),
    word("countyname", 0.95),
];

pub(super) const CITY_DISTRICT: &[Term] = &[
    end("bydel", 0.8),
    end("bydelsnummer", 0.95),
    end("bydelsnr", 0.95),
    end("bydelnr", 0.95),
    end("bydelnummer", 0.95),
    end("bydelskode", 0.95),
    end("bydelkode", 0.95),
    word("bydelid", 0.8),
    word("citydistrict", 0.8),
    word("citydistrictcode", 0.95),
];

pub(super) const BASIC_UNIT: &[Term] = &[
    end("grunnkrets", 0.8),
    end("grunnkretsnummer", 0.95),
    end("grunnkretsnr", 0.95),
    end("grunnkretskode", 0.95),
    word("grunnkretsid", 0.9),
    word("gkrets", 0.8),
    word("basicunit", 0.7),
    word("basicstatisticalunit", 0.95),
];

pub(super) const POSTAL_PLACE: &[Term] = &[
    end("poststed", 0.95),
    end("poststad", 0.95),
    end("poststednavn", 0.95),
    word("postalplace", 0.95),
    word("postalcity", 0.9),
    word("posttown", 0.9),
    word("postort", 0.7),
];

pub(super) const COUNTRY: &[Term] = &[
    alone("land", 0.8),
    end("landkode", 0.95),
    end("landskode", 0.9),
    word("landnavn", 0.95),
    word("country", 0.9),
    word("countrycode", 0.95),
    word("countryname", 0.95),
    word("isoland", 0.8),
    end("statsborgerskap", 0.9),
    end("statsborgarskap", 0.9),
    word("nationality", 0.8),
    word("nasjonalitet", 0.8),
    end("fodeland", 0.9),
    end("fodselsland", 0.9),
    end("landbakgrunn", 0.9),
    end("opprinnelsesland", 0.9),
    end("opphavsland", 0.9),
    word("countryofbirth", 0.9),
    word("citizenship", 0.9),
];

pub(super) const COORDINATE: &[Term] = &[
    end("breddegrad", 0.95),
    end("lengdegrad", 0.95),
    word("latitude", 0.95),
    word("longitude", 0.95),
    word("lat", 0.85),
    word("lon", 0.85),
    word("lng", 0.85),
    alone("long", 0.6),
    word("easting", 0.95),
    word("northing", 0.95),
    end("koordinat", 0.85),
    end("koordinatnord", 0.9),
    end("koordinatost", 0.9),
    word("coordinate", 0.85),
    // The rest stands for places only when the figures do.
    word("nord", 0.7),
    word("ost", 0.7),
    word("aust", 0.7),
    word("utmx", 0.7),
    word("utmy", 0.7),
    word("utmnord", 0.7),
    word("utmost", 0.7),
    word("utm", 0.6),
    alone("x", 0.5),
    alone("y", 0.5),
    word("xkoord", 0.7),
    word("ykoord", 0.7),
    word("coordx", 0.7),
    word("coordy", 0.7),
];
