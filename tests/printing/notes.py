"""Notes of goods for the tests of strips: what was brought, taken home and lost."""

from dataclasses import replace
from datetime import datetime

from pos.domain.documents import EmblemOf, NotedGoods, NotePaper
from tests.printing.shift_papers import LA_PAZ

DELIVERY = NotePaper(
    kind="delivery",
    language="es",
    network="Red Manos Productivas",
    header=("Producción artesanal de El Alto",),
    exhibition="Feria de Navidad",
    place="Campo Ferial, La Paz",
    till="A",
    at=datetime(2026, 12, 5, 8, 40, tzinfo=LA_PAZ),
    unit="U07",
    unit_name="Warmi Sawuri",
    community="El Alto",
    emblem=EmblemOf("rombo", "lago"),
    goods=(
        NotedGoods("Bolso de aguayo", "MP-014", 25),
        NotedGoods("Bufanda", "MP-015", 30),
        NotedGoods("Llavero", "MP-016", 120),
    ),
)
RETURN = replace(DELIVERY, kind="return", at=datetime(2026, 12, 7, 19, 5, tzinfo=LA_PAZ), goods=DELIVERY.goods[:2])
LOSS = replace(DELIVERY, kind="loss", goods=(NotedGoods("Llavero", "MP-016", 2),), reason="se mojaron con la lluvia")
LONG = replace(
    DELIVERY,
    network="Asociación Departamental de Productoras y Productores Artesanales de los Andes",
    unit_name="Asociación de Bordadoras y Tejedoras Warmi Sawuri de la Zona Norte",
    community="Comunidad Originaria de Santiago de Collana Baja",
    goods=(
        NotedGoods("Mantel de seis metros bordado a mano con los doce meses del calendario andino", "A" * 40, 999_999),
        NotedGoods("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "B-1", 1),
    ),
)
NOTES = {"delivery": DELIVERY, "return": RETURN, "loss": LOSS, "long": LONG}
