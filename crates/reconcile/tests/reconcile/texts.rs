//! Texts in the manner of reports on the Migrant Workers Convention, all of whose statements the register bears out.

/// The Convention's title.
pub const TITLE: &str =
    "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families";

/// The States that had deposited by 10 June 2003, those of each region together.
pub const CONTRACTING: &str = "Cape Verde, Egypt, Ghana, Guinea, Mali, Morocco, Senegal, Seychelles and Uganda; Belize, Bolivia, \
    Colombia, Ecuador, El Salvador, Guatemala, Mexico and Uruguay; Azerbaijan, the Philippines, Sri Lanka and Tajikistan; \
    Bosnia and Herzegovina";

/// The States that had signed and not deposited by then, likewise.
pub const SIGNATORIES: &str = "Burkina Faso, the Comoros, Guinea-Bissau, Sao Tome and Principe, Sierra Leone, Togo, Chile, \
    Paraguay, Bangladesh and Turkey";

/// A note in English.
pub fn english() -> String {
    format!(
        "Note by the secretariat\n\n\
         7 August 2003\n\n\
         Fifty-eighth session\n\n\
         1. The {TITLE}, adopted by resolution 45/158 of 18 December 1990, came into force on 1 July 2003: the twentieth \
         instrument of ratification or accession had been deposited on 14 March 2003.\n\n\
         2. As at 10 June 2003, 22 States had ratified or acceded to the Convention: {CONTRACTING}. A further 10 States \
         had signed it but had not yet ratified it: {SIGNATORIES}.\n\n\
         3. Mali acceded to the Convention on 5 June 2003. El Salvador and Guatemala deposited their instruments of \
         ratification on 14 March 2003. By resolution 57/201 of 18 December 2002 the Secretary-General is to report at the \
         Assembly's fifty-eighth session.\n\n\
         4. The Steering Committee held its briefing of 3 December 2002 at the eighty-fourth session of the International \
         Organization's Council. The Committee under article 72 consists of ten experts.\n"
    )
}

/// The same in French.
pub const FRENCH: &str = "Note du secrétariat

7 août 2003

1. La Convention internationale sur la protection des droits de tous les travailleurs migrants et des membres de leur \
famille est entrée en vigueur le 1er juillet 2003, après le dépôt du vingtième instrument de ratification ou d’adhésion, le \
14 mars 2003.

2. Au 10 juin 2003, vingt-deux États avaient ratifié la Convention ou y avaient adhéré, à savoir : l’Azerbaïdjan, le \
Belize, la Bolivie, la Bosnie-Herzégovine, le Cap-Vert, la Colombie, l’Égypte, El Salvador, l’Équateur, le Ghana, le \
Guatemala, la Guinée, le Mali, le Maroc, le Mexique, l’Ouganda, les Philippines, le Sénégal, les Seychelles, Sri Lanka, le \
Tadjikistan et l’Uruguay. En outre, dix autres États l’avaient signée : le Bangladesh, le Burkina Faso, le Chili, les \
Comores, la Guinée-Bissau, le Paraguay, Sao Tomé-et-Principe, la Sierra Leone, le Togo et la Turquie.

3. Le Mali a adhéré à la Convention le 5 juin 2003. Dans la résolution 57/201 du 18 décembre 2002, un rapport est demandé \
pour la cinquante-huitième session.
";

/// The same in Spanish.
pub const SPANISH: &str = "Nota de la secretaría

7 de agosto de 2003

1. La Convención Internacional sobre la protección de los derechos de todos los trabajadores migratorios y de sus \
familiares entró en vigor el 1 de julio de 2003, tras el depósito del vigésimo instrumento de ratificación o de adhesión, el \
14 de marzo de 2003.

2. Al 10 de junio de 2003, veintidós Estados habían ratificado la Convención o se habían adherido a ella, a saber: \
Azerbaiyán, Belice, Bolivia, Bosnia y Herzegovina, Cabo Verde, Colombia, el Ecuador, Egipto, El Salvador, Filipinas, Ghana, \
Guatemala, Guinea, Malí, Marruecos, México, el Senegal, Seychelles, Sri Lanka, Tayikistán, Uganda y el Uruguay. Además, \
otros diez Estados la habían firmado: Bangladesh, Burkina Faso, Chile, las Comoras, Guinea-Bissau, el Paraguay, Santo Tomé \
y Príncipe, Sierra Leona, el Togo y Turquía.

3. Malí se adhirió a la Convención el 5 de junio de 2003. En la resolución 57/201, de 18 de diciembre de 2002, se pide un \
informe para el quincuagésimo octavo período de sesiones.
";
