/**
 * The annotation's looks. Pixels only, generic fonts only, no custom property, nothing inherited: a page can reach each of those.
 * `!important` inside a shadow root wins over anything the page says about the host.
 */

/** One size for everyone: a page could otherwise measure who is known and how much was written. */
export const CARD_WIDTH = 320;
export const CARD_HEIGHT = 206;

const HOST = `all:initial!important;width:192px!important;height:24px!important;contain:size layout style!important;
opacity:1!important;visibility:visible!important;pointer-events:auto!important;transition:none!important;animation:none!important;
direction:ltr!important;overflow:visible!important;`;

export const BESIDE_NAME = `:host{${HOST}display:inline-block!important;position:relative!important;vertical-align:middle!important;margin:0 0 0 8px!important}`;

export const CORNER = `:host{${HOST}display:block!important;position:fixed!important;inset:auto 16px 16px auto!important;z-index:2147483647!important}`;

export const INSIDE = `
button{all:initial;box-sizing:border-box;position:absolute;inset:0 auto 0 0;max-width:100%;display:flex;align-items:center;gap:6px;padding:0 10px 0 7px;border:1px solid #8a919a;border-radius:12px;
background:#fff;color:#1f2328;font:500 12px/22px system-ui,sans-serif;cursor:pointer;visibility:hidden;user-select:none;-webkit-user-select:none}
button.new,button.fresh,button.fading,button.cold,button.never,button.orphaned{visibility:visible}
button.off{visibility:hidden}
button::after{content:attr(data-label);flex:1;min-width:0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
button::before{content:"";flex:none;box-sizing:border-box;width:10px;height:10px;border-radius:50%}
button.fresh::before{background:#1a7f37}
button.fading::before{border:2px solid #9a6700;background:linear-gradient(90deg,#9a6700 50%,transparent 50%)}
button.cold::before{border:2px solid #b3261e}
button.never::before{border:2px dashed #6e7781}
button.new::before,button.orphaned::before{border-radius:0;width:10px;background:linear-gradient(#3550b5,#3550b5) center/10px 2px no-repeat,linear-gradient(#3550b5,#3550b5) center/2px 10px no-repeat}
button.orphaned::before{background:none;border:2px solid #3550b5;border-radius:50%;border-right-color:transparent}
button.new,button.orphaned{border-color:#3550b5;color:#3550b5}
button:hover{background:#f3f4f8}
button:focus-visible{outline:2px solid #3550b5;outline-offset:2px}
button[data-scheme=dark]{background:#22262d;color:#e6e8eb;border-color:#7d8590}
button[data-scheme=dark]:hover{background:#2c313a}
button[data-scheme=dark].fresh::before{background:#4ac26b}
button[data-scheme=dark].fading::before{border-color:#d4a72c;background:linear-gradient(90deg,#d4a72c 50%,transparent 50%)}
button[data-scheme=dark].cold::before{border-color:#ff8182}
button[data-scheme=dark].never::before{border-color:#9aa4af}
button[data-scheme=dark].new,button[data-scheme=dark].orphaned{border-color:#9db2ff;color:#b8c6ff}
button[data-scheme=dark].new::before{background:linear-gradient(#b8c6ff,#b8c6ff) center/10px 2px no-repeat,linear-gradient(#b8c6ff,#b8c6ff) center/2px 10px no-repeat}
button[data-scheme=dark].orphaned::before{border-color:#b8c6ff;border-right-color:transparent}
button[data-scheme=dark]:focus-visible{outline-color:#9db2ff}
[popover]{all:initial;display:none;box-sizing:border-box;position:fixed;margin:0;width:${CARD_WIDTH}px;height:${CARD_HEIGHT}px;padding:12px 14px;border:1px solid #d0d5dc;border-radius:10px;
background:#fff;color:#1f2328;box-shadow:0 6px 24px rgba(20,26,38,.18);font:400 13px/18px system-ui,sans-serif;overflow:hidden;pointer-events:none}
[popover]:popover-open{display:block}
p{all:initial;display:block;font:inherit;color:inherit;margin:0 0 6px;overflow:hidden}
.title::before{content:attr(data-text);font-weight:600;font-size:14px}
.title{white-space:nowrap;text-overflow:ellipsis}
.row::before{content:attr(data-label);display:block;font-size:11px;line-height:14px;color:#59636e}
.row::after{content:attr(data-text)}
.row{white-space:nowrap;text-overflow:ellipsis}
.row:last-child{display:-webkit-box;white-space:normal;-webkit-box-orient:vertical;-webkit-line-clamp:4}
[popover][data-scheme=dark]{background:#22262d;color:#e6e8eb;border-color:#3d444d;box-shadow:0 6px 24px rgba(0,0,0,.5)}
[data-scheme=dark] .row::before{color:#9aa4af}
@media (forced-colors:active){button{border-color:ButtonText;color:ButtonText;background:ButtonFace}button::before{forced-color-adjust:none}}
`;
