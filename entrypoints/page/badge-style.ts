import { STALENESS } from './style-sheets';

/**
 * The badge's looks: as the annotation's, in pixels, in generic fonts and without text nodes. The host is an empty inline box without a
 * line height of its own, which neither takes room, nor breaks a line, nor joins what was apart. Only where something is drawn is there
 * a positioned one in it, because a thousand of them would cost; what hangs on that is contained, so that it makes nothing scroll.
 * Nothing catches the pointer: a page could otherwise feel where somebody known is.
 */
export const BADGE = `
:host{all:initial!important;display:inline!important;direction:ltr!important;font-size:0!important;line-height:0!important;pointer-events:none!important;user-select:none!important!important}
span,div{all:initial;pointer-events:none;user-select:none}
span{display:inline!important;position:relative;font-size:0;line-height:0}
div{display:block;position:absolute;left:0;bottom:0;width:0;height:0;contain:layout size style}
p{all:initial;position:absolute;left:2px;bottom:7px;box-sizing:border-box;height:14px;min-width:14px;padding:0 4px 0 13px;border:1px solid #82908d;border-radius:7px;background:#fff;color:#17201f;
font:500 10px/12px system-ui,sans-serif;white-space:nowrap;pointer-events:none;user-select:none}
p[data-label=""]{padding:0 0 0 12px}
p::before{content:attr(data-label)/""}
p::after{content:"";position:absolute;left:1px;top:1px;box-sizing:border-box;width:10px;height:10px;border-radius:50%}
${STALENESS}
p[data-scheme=dark]{background:#1e2224;border-color:#6f7c7b;color:#e7ecea}
@media (forced-colors:active){p{border-color:CanvasText;background:Canvas;color:CanvasText}p::after{forced-color-adjust:none}}
@media print{p{display:none}}
`;
