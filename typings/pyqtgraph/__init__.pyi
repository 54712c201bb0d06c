"""Types of the part of pyqtgraph 0.14 that draws Dateline's plots; pyqtgraph ships none. Add what a plot needs."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal, TypeAlias, overload

from numpy.typing import ArrayLike
from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QGraphicsView, QGraphicsWidget, QStyle, QWidget

Span: TypeAlias = tuple[float, float]
Colour: TypeAlias = QColor | str | int | float | tuple[int, int, int] | tuple[int, int, int, int]
BrushLike: TypeAlias = QBrush | Colour | None
PenLike: TypeAlias = QPen | Colour | None
Side: TypeAlias = Literal["left", "bottom", "right", "top"]

def setConfigOption(opt: str, value: object) -> None: ...
def setConfigOptions(
    *, antialias: bool = ..., background: BrushLike = ..., foreground: PenLike = ..., useOpenGL: bool = ...
) -> None: ...
def mkColor(color: Colour) -> QColor: ...
def mkBrush(color: BrushLike) -> QBrush: ...
def mkPen(
    color: PenLike = ...,
    *,
    width: float = ...,
    style: object = ...,
    dash: Sequence[float] | None = ...,
    cosmetic: bool = ...,
) -> QPen: ...

class GraphicsObject(QGraphicsObject):
    def getViewBox(self) -> ViewBox | None: ...

class GraphicsWidget(QGraphicsWidget):
    def getViewBox(self) -> ViewBox | None: ...
    def setFixedHeight(self, h: float) -> None: ...
    def setFixedWidth(self, h: float) -> None: ...

class InfiniteLine(GraphicsObject):
    sigDragged: ClassVar[Signal]
    sigPositionChangeFinished: ClassVar[Signal]
    sigPositionChanged: ClassVar[Signal]
    def __init__(
        self,
        pos: float | QPointF | Sequence[float] | None = ...,
        angle: float = ...,
        pen: PenLike = ...,
        movable: bool = ...,
        bounds: Span | None = ...,
        hoverPen: PenLike = ...,
        label: str | None = ...,
        labelOpts: Mapping[str, object] | None = ...,
        span: Span = ...,
        markers: Sequence[tuple[str, float, float]] | None = ...,
        name: str | None = ...,
    ) -> None: ...
    def value(self) -> float: ...
    def setValue(self, v: float) -> None: ...
    def setMovable(self, m: bool) -> None: ...
    def setBounds(self, bounds: Sequence[float | None]) -> None: ...
    def setPen(self, pen: PenLike) -> None: ...
    def setHoverPen(self, pen: PenLike) -> None: ...

class LinearRegionItem(GraphicsObject):
    sigRegionChangeFinished: ClassVar[Signal]
    sigRegionChanged: ClassVar[Signal]
    lines: list[InfiniteLine]
    def __init__(
        self,
        values: Sequence[float] = ...,
        orientation: Literal["vertical", "horizontal"] = ...,
        brush: BrushLike = ...,
        pen: PenLike = ...,
        hoverBrush: BrushLike = ...,
        hoverPen: PenLike = ...,
        movable: bool = ...,
        bounds: Sequence[float] | None = ...,
        span: Span = ...,
        swapMode: Literal["block", "push", "sort"] | None = ...,
        clipItem: QGraphicsItem | None = ...,
    ) -> None: ...
    def getRegion(self) -> Span: ...
    def setRegion(self, rgn: Sequence[float]) -> None: ...
    def setBrush(self, brush: BrushLike) -> None: ...
    def setHoverBrush(self, brush: BrushLike) -> None: ...
    def setBounds(self, bounds: Sequence[float | None] | None) -> None: ...
    def setMovable(self, m: bool = ...) -> None: ...

class BarGraphItem(GraphicsObject):
    def __init__(
        self,
        *,
        x: ArrayLike = ...,
        x0: ArrayLike = ...,
        x1: ArrayLike = ...,
        y: ArrayLike = ...,
        y0: ArrayLike = ...,
        y1: ArrayLike = ...,
        width: ArrayLike = ...,
        height: ArrayLike = ...,
        pen: PenLike = ...,
        brush: BrushLike = ...,
        brushes: Sequence[BrushLike] = ...,
        pens: Sequence[PenLike] = ...,
        name: str = ...,
    ) -> None: ...
    def setOpts(
        self,
        *,
        x: ArrayLike = ...,
        x0: ArrayLike = ...,
        x1: ArrayLike = ...,
        y: ArrayLike = ...,
        y0: ArrayLike = ...,
        y1: ArrayLike = ...,
        width: ArrayLike = ...,
        height: ArrayLike = ...,
        pen: PenLike = ...,
        brush: BrushLike = ...,
        brushes: Sequence[BrushLike] = ...,
        pens: Sequence[PenLike] = ...,
    ) -> None: ...

class PlotCurveItem(GraphicsObject):
    def __init__(
        self,
        x: ArrayLike = ...,
        y: ArrayLike = ...,
        *,
        pen: PenLike = ...,
        brush: BrushLike = ...,
        fillLevel: float | None = ...,
        stepMode: Literal["left", "right", "center"] | None = ...,
        connect: Literal["all", "pairs", "finite"] | ArrayLike = ...,
        antialias: bool = ...,
        skipFiniteCheck: bool = ...,
    ) -> None: ...
    def setData(
        self,
        x: ArrayLike = ...,
        y: ArrayLike = ...,
        *,
        pen: PenLike = ...,
        brush: BrushLike = ...,
        fillLevel: float | None = ...,
        stepMode: Literal["left", "right", "center"] | None = ...,
        connect: Literal["all", "pairs", "finite"] | ArrayLike = ...,
        antialias: bool = ...,
        skipFiniteCheck: bool = ...,
    ) -> None: ...
    def setPen(self, pen: PenLike) -> None: ...
    def setBrush(self, brush: BrushLike) -> None: ...

class AxisItem(GraphicsWidget):
    def __init__(
        self,
        orientation: Side,
        pen: PenLike = ...,
        textPen: PenLike = ...,
        tickPen: PenLike = ...,
        linkView: ViewBox | None = ...,
        parent: QGraphicsItem | None = ...,
        maxTickLength: int = ...,
        showValues: bool = ...,
        text: str = ...,
        units: str = ...,
    ) -> None: ...
    @overload
    def setStyle(self, style: QStyle, /) -> None: ...  # QGraphicsWidget's, whose name pyqtgraph took for ticks
    @overload
    def setStyle(
        self,
        *,
        tickLength: int = ...,
        tickTextOffset: int = ...,
        tickTextHeight: int = ...,
        tickTextWidth: int = ...,
        autoExpandTextSpace: bool = ...,
        autoReduceTextSpace: bool = ...,
        hideOverlappingLabels: bool | int = ...,
        tickFont: QFont | None = ...,
        showValues: bool = ...,
        stopAxisAtTick: tuple[bool, bool] = ...,
    ) -> None: ...
    def setHeight(self, h: int | None = ...) -> None: ...
    def setWidth(self, w: int | None = ...) -> None: ...
    def setPen(self, pen: PenLike = ...) -> None: ...
    def setTextPen(self, pen: PenLike = ...) -> None: ...
    def setTickPen(self, pen: PenLike = ...) -> None: ...
    def setTickFont(self, font: QFont | None) -> None: ...
    def setTicks(self, ticks: list[list[tuple[float, str]]] | None) -> None: ...
    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float | None, list[float]]]: ...
    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]: ...

class ViewBox(GraphicsWidget):
    sigXRangeChanged: ClassVar[Signal]
    sigYRangeChanged: ClassVar[Signal]
    sigRangeChanged: ClassVar[Signal]
    sigRangeChangedManually: ClassVar[Signal]
    sigResized: ClassVar[Signal]
    def __init__(
        self,
        parent: QGraphicsItem | None = ...,
        border: PenLike = ...,
        lockAspect: bool | float = ...,
        enableMouse: bool = ...,
        invertY: bool = ...,
        enableMenu: bool = ...,
        name: str | None = ...,
        invertX: bool = ...,
        defaultPadding: float = ...,
    ) -> None: ...
    def addItem(self, item: QGraphicsItem, ignoreBounds: bool = ...) -> None: ...
    def removeItem(self, item: QGraphicsItem) -> None: ...
    def setMouseEnabled(self, x: bool | None = ..., y: bool | None = ...) -> None: ...
    def setMenuEnabled(self, enableMenu: bool = ...) -> None: ...
    def setDefaultPadding(self, padding: float = ...) -> None: ...
    def viewRange(self) -> list[list[float]]: ...
    def viewRect(self) -> QRectF: ...
    def setXRange(self, min: float, max: float, padding: float | None = ..., update: bool = ...) -> None: ...
    def setYRange(self, min: float, max: float, padding: float | None = ..., update: bool = ...) -> None: ...
    def setLimits(
        self,
        *,
        xMin: float | None = ...,
        xMax: float | None = ...,
        yMin: float | None = ...,
        yMax: float | None = ...,
        minXRange: float | None = ...,
        maxXRange: float | None = ...,
        minYRange: float | None = ...,
        maxYRange: float | None = ...,
    ) -> None: ...
    def enableAutoRange(self, axis: str | None = ..., enable: bool | float = ...) -> None: ...
    def disableAutoRange(self, axis: str | None = ...) -> None: ...
    def mapSceneToView(self, obj: QPointF) -> QPointF: ...
    def mapViewToScene(self, obj: QPointF) -> QPointF: ...

class PlotItem(GraphicsWidget):
    sigRangeChanged: ClassVar[Signal]
    vb: ViewBox
    def __init__(
        self,
        parent: QObject | None = ...,
        name: str | None = ...,
        labels: dict[str, str] | None = ...,
        title: str | None = ...,
        viewBox: ViewBox | None = ...,
        axisItems: dict[Side, AxisItem] | None = ...,
        enableMenu: bool = ...,
    ) -> None: ...
    def getViewBox(self) -> ViewBox: ...
    def getAxis(self, name: Side) -> AxisItem: ...
    def setAxisItems(self, axisItems: dict[Side, AxisItem] | None = ...) -> None: ...
    def addItem(self, item: QGraphicsItem, ignoreBounds: bool = ...) -> None: ...
    def removeItem(self, item: QGraphicsItem) -> None: ...
    def clear(self) -> None: ...
    def showAxis(self, axis: Side, show: bool = ...) -> None: ...
    def hideAxis(self, axis: Side) -> None: ...
    def hideButtons(self) -> None: ...
    def showGrid(self, x: bool | None = ..., y: bool | None = ..., alpha: float | None = ...) -> None: ...
    def setMenuEnabled(self, enableMenu: bool = ..., enableViewBoxMenu: bool | None = ...) -> None: ...
    def setTitle(self, title: str | None = ...) -> None: ...
    def setLabel(self, axis: Side, text: str | None = ..., units: str | None = ...) -> None: ...

class GraphicsView(QGraphicsView):
    def __init__(
        self, parent: QWidget | None = ..., useOpenGL: bool | None = ..., background: BrushLike = ...
    ) -> None: ...
    def setBackground(self, background: BrushLike) -> None: ...

class PlotWidget(GraphicsView):
    sigRangeChanged: ClassVar[Signal]
    plotItem: PlotItem
    def __init__(
        self,
        parent: QWidget | None = ...,
        background: BrushLike = ...,
        plotItem: PlotItem | None = ...,
        *,
        viewBox: ViewBox | None = ...,
        axisItems: dict[Side, AxisItem] | None = ...,
        enableMenu: bool = ...,
        title: str | None = ...,
    ) -> None: ...
    def getPlotItem(self) -> PlotItem: ...
    def getViewBox(self) -> ViewBox: ...
    def getAxis(self, name: Side) -> AxisItem: ...
    def setAxisItems(self, axisItems: dict[Side, AxisItem] | None = ...) -> None: ...
    def addItem(self, item: QGraphicsItem, ignoreBounds: bool = ...) -> None: ...
    def removeItem(self, item: QGraphicsItem) -> None: ...
    def clear(self) -> None: ...
    def showAxis(self, axis: Side, show: bool = ...) -> None: ...
    def hideAxis(self, axis: Side) -> None: ...
    def hideButtons(self) -> None: ...
    def setMouseEnabled(self, x: bool | None = ..., y: bool | None = ...) -> None: ...
    def setMenuEnabled(self, enableMenu: bool = ..., enableViewBoxMenu: bool | None = ...) -> None: ...
    def setXRange(self, min: float, max: float, padding: float | None = ..., update: bool = ...) -> None: ...
    def setYRange(self, min: float, max: float, padding: float | None = ..., update: bool = ...) -> None: ...
    def setLimits(
        self,
        *,
        xMin: float | None = ...,
        xMax: float | None = ...,
        yMin: float | None = ...,
        yMax: float | None = ...,
        minXRange: float | None = ...,
        maxXRange: float | None = ...,
        minYRange: float | None = ...,
        maxYRange: float | None = ...,
    ) -> None: ...
    def disableAutoRange(self, axis: str | None = ...) -> None: ...
