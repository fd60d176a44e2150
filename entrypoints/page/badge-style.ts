import { STALENESS } from './style-sheets';

/**
 * The badge's looks: as the annotation's, in pixels, in generic fonts and without text nodes. The host is an empty inline box without a
 * line height of its own, which neither takes room, nor breaks a line, nor joins what was apart; what hangs on it is contained, so that
 * it makes nothing scroll. Nothing catches the pointer: a page could otherwise feel where somebody known is. But a page is told, too,
 * which of its elements have something over them, painted or not (IntersectionObserver with trackVisibility, Chromium 156). So the box
 * in which a badge is painted is there for strangers as well, of one size; nothing in it is larger, because clipping does not count.
 */
export const BADGE = `\
:host{all:initial!important;display:inline!important;position:relative!important;direction:ltr!important;font-size:0!important;line-height:0!important;pointer-events:none!important;user-select:none!important}\
div,p,b{all:initial;display:block;position:absolute;pointer-events:none;user-select:none}\
div{display:block!important;left:0;bottom:0;width:0;height:0;contain:layout size style}\
p{inset-inline-start:2px;bottom:7px;width:72px;height:14px;contain:strict;font:14px/14px sans-serif;color:rgb(255 255 255/.004);white-space:pre;forced-color-adjust:none}\
div:dir(rtl),p:dir(rtl){direction:rtl}\
p::before{content:"MMMMMMMM"/""}\
b{inset-inline-start:0;top:0;box-sizing:border-box;width:fit-content;height:14px;min-width:14px;max-width:72px;padding:0 4px 0 13px;border:1px solid #82908d;border-radius:7px;background:#fff;color:#17201f;\
font:500 10px/12px system-ui,sans-serif;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}\
b[data-label=""]{padding:0 0 0 12px}\
b::before{content:attr(data-label)/""}\
b::after{content:"";position:absolute;left:1px;top:1px;box-sizing:border-box;width:10px;height:10px;border-radius:50%}\
${STALENESS}\
b[data-scheme=dark]{background:#1e2224;border-color:#6f7c7b;color:#e7ecea}\
@media (forced-colors:active){b{border-color:CanvasText;background:Canvas;color:CanvasText}b::after{forced-color-adjust:none}}\
@media print{div{display:none!important}}\
`;
