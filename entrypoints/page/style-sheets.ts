/**
 * The annotation's looks. Pixels only, generic fonts only, no custom property, nothing inherited: a page can reach each of those.
 * `!important` inside a shadow root wins over anything the page says about the host.
 */

/** One size for everyone: a page could otherwise measure who is known and how much was written. */
export const CARD_WIDTH = 320;
export const CARD_HEIGHT = 206;

/** `all` is every property but the direction: a page moves, fades and hides none of it. */
const HOST = `all:initial!important;width:192px!important;height:24px!important;contain:size layout style!important;user-select:none!important;direction:ltr!important;`;

export const BESIDE_NAME = `:host{${HOST}display:inline-block!important;position:relative!important;vertical-align:middle!important;margin:0 0 0 8px!important}`;

export const CORNER = `:host{${HOST}display:block!important;position:fixed!important;inset:auto 16px 16px auto!important;z-index:2147483647!important}`;

/**
 * A page is told how large the largest text is that was painted, in closed roots too (largest-contentful-paint, Chromium 156 and
 * Firefox 153). So the largest is always this: letters behind badge and card that nobody sees, larger than any words there. Wholly
 * transparent ones would not count. Chromium counts the largest of a frame, Firefox one after the other in no certain order, without
 * what is cut off: there it is painted before anybody is looked up, beyond the badge. Not by `:host::before`, which is the page's to change.
 */
const LARGEST = `\
i{all:initial;display:block;position:absolute;inset:0;z-index:-1;overflow:hidden;font:24px/24px sans-serif;color:rgb(255 255 255/.004);\
white-space:pre;pointer-events:none;user-select:none;forced-color-adjust:none}\
i::before{content:"MMMMMMMM"/""}\
[popover] i{font:100px/200px sans-serif;color:#fff}\
[popover] i::before{content:"MMMM"/""}\
[popover][data-scheme=dark] i{color:#1e2224}\
${import.meta.env.FIREFOX ? 'i{inset:0 auto auto 0;width:350px;height:200px;font:100px/200px sans-serif}' : ''}`;

/** The states told apart by colour and by shape, for whatever has a dot. */
export const STALENESS = `.fresh::after{background:#187a43}\
.fading::after{color:#935f00;border:2px solid;background:linear-gradient(90deg,currentcolor 50%,transparent 50%)}\
.cold::after{color:#3f5fa8;border:2px solid}\
.never::after{color:#66716f;border:2px dashed}\
[data-scheme=dark]{&.fresh::after{background:#56c586}&.fading::after{color:#e3b04b}&.cold::after{color:#8fb0f2}&.never::after{color:#97a3a0}}\
`;

export const INSIDE = `${LARGEST}\
button{all:initial;position:absolute;inset:0;color:#17201f;font:500 12px/22px system-ui,sans-serif;cursor:pointer;visibility:hidden;user-select:none}\
button[class]:not(.off){visibility:visible}\
button::before{content:attr(data-label);display:block;box-sizing:border-box;width:fit-content;max-width:100%;padding:0 10px 0 23px;border:1px solid #82908d;border-radius:12px;background:#fff;\
white-space:nowrap;overflow:hidden;text-overflow:ellipsis}\
button::after{content:"";position:absolute;left:8px;top:7px;box-sizing:border-box;width:10px;height:10px;border-radius:50%}\
${STALENESS}button.new::after{border-radius:0;background:linear-gradient(currentcolor,currentcolor) center/10px 2px no-repeat,linear-gradient(currentcolor,currentcolor) center/2px 10px no-repeat}\
button.orphaned::after{border:2px solid;border-right-color:transparent}\
button:is(.new,.orphaned){color:#0b6a63}\
button:hover::before{background:#ebefee}\
button:focus-visible::before{outline:2px solid #0b6a63;outline-offset:2px}\
button[data-scheme=dark]{color:#e7ecea;&::before{background:#1e2224;border-color:#6f7c7b}&:hover::before{background:#2a3032}&:is(.new,.orphaned){color:#85dacf}\
&:focus-visible::before{outline-color:#62cabd}}\
button[data-scheme]:is(.new,.orphaned)::before{border-color:currentcolor}\
[popover]{all:initial;display:none;box-sizing:border-box;position:fixed;margin:0;width:${CARD_WIDTH}px;height:${CARD_HEIGHT}px;padding:12px 14px;border:1px solid #dde3e1;border-radius:10px;\
background:#fff;color:#17201f;box-shadow:0 6px 24px rgba(20,26,38,.18);font:400 13px/18px system-ui,sans-serif;overflow:hidden;pointer-events:none}\
[popover]::backdrop{display:none}\
[popover]:popover-open{display:block}\
p{all:initial;display:block;font:inherit;color:inherit;margin:0 0 6px;overflow:hidden;overflow-wrap:anywhere;white-space:nowrap;text-overflow:ellipsis;pointer-events:none}\
.title::before{content:attr(data-text);font-weight:600;font-size:14px}\
.row::before{content:attr(data-label);display:block;font-size:11px;line-height:14px;color:#55615f}\
.row::after{content:attr(data-text)}\
.row:last-child{display:-webkit-box;white-space:normal;-webkit-box-orient:vertical;-webkit-line-clamp:4}\
[popover][data-scheme=dark]{background:#1e2224;color:#e7ecea;border-color:#32393b;box-shadow:0 6px 24px rgba(0,0,0,.5)}\
[data-scheme=dark] .row::before{color:#97a3a0}\
@media (forced-colors:active){button{color:ButtonText}button::before{border-color:ButtonText;background:ButtonFace}button::after{forced-color-adjust:none}}\
@media print{button,[popover]{display:none!important}}\
`;
