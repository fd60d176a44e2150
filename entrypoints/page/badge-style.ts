/**
 * The badge's looks: as the annotation's, in pixels, in generic fonts and without text nodes. An empty inline box without a line height
 * of its own neither takes room, nor breaks a line, nor joins what was apart; what is drawn is positioned and contained, so that it
 * makes nothing scroll. It catches no pointer: a page could otherwise feel where somebody known is.
 */
export const BADGE = `
:host{all:initial!important;display:inline!important;position:relative!important;direction:ltr!important;font-size:0!important;line-height:0!important;pointer-events:none!important}
div{all:initial;position:absolute;left:0;bottom:0;width:0;height:0;contain:layout size style}
p{all:initial;position:absolute;left:2px;bottom:7px;box-sizing:border-box;height:14px;min-width:14px;padding:0 4px 0 13px;border:1px solid #82908d;border-radius:7px;background:#fff;color:#17201f;
font:500 10px/12px system-ui,sans-serif;white-space:nowrap;pointer-events:none;user-select:none;-webkit-user-select:none}
p[data-label=""]{padding:0 0 0 12px}
p::before{content:attr(data-label)/""}
p::after{content:"";position:absolute;left:2px;top:2px;box-sizing:border-box;width:8px;height:8px;border-radius:50%}
.fresh::after{background:#187a43}
.fading::after{border:2px solid #935f00;background:linear-gradient(90deg,#935f00 50%,transparent 50%)}
.cold::after{border:2px solid #3f5fa8}
.never::after{border:1px solid #66716f}
[data-scheme=dark]{background:#1e2224;border-color:#6f7c7b;color:#e7ecea}
[data-scheme=dark].fresh::after{background:#56c586}
[data-scheme=dark].fading::after{border-color:#e3b04b;background:linear-gradient(90deg,#e3b04b 50%,transparent 50%)}
[data-scheme=dark].cold::after{border-color:#8fb0f2}
[data-scheme=dark].never::after{border-color:#97a3a0}
@media (forced-colors:active){p{border-color:CanvasText;background:Canvas;color:CanvasText}p::after{forced-color-adjust:none}}
@media print{div{display:none}}
`;
