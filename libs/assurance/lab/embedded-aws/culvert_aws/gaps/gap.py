"""How a gap in moto is filled."""

from types import FunctionType, ModuleType, SimpleNamespace
from typing import Any, ClassVar


class Gap:
    """The methods and properties of a subclass replace, or join, those of the class of moto that it
    `extends`; or the functions those of a module. Below `cls.moto` are the ones it replaced.

    A subclass imitates what its docstring says, and its docstring says what moto does without it.
    """

    extends: ClassVar[type | ModuleType]
    moto: ClassVar[SimpleNamespace]

    def __init_subclass__(cls, extends: type | ModuleType) -> None:
        cls.extends = extends

    @classmethod
    def fill(cls) -> None:
        members: dict[str, Any] = {
            name: member
            for name, member in vars(cls).items()
            if isinstance(member, (FunctionType, property))
        }
        cls.moto = SimpleNamespace(
            **{name: getattr(cls.extends, name) for name in members if hasattr(cls.extends, name)}
        )
        for name, member in members.items():
            setattr(cls.extends, name, member)
