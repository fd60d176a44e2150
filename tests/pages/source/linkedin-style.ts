/** The look shared by both dialects; `hashedStyle` takes the meaning out of the class names for one of them. */
export const LINKEDIN_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f2ef; color: #1d2226; font: 14px/1.45 system-ui, sans-serif; }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; }
h1, h2, h3, p, ul, figure { margin: 0; padding: 0; }
ul { list-style: none; }
.bar { background: #fff; border-bottom: 1px solid #e2e0dc; position: sticky; top: 0; z-index: 5; }
.barInner { max-width: 1080px; margin: 0 auto; padding: 8px 16px; display: flex; align-items: center; gap: 20px; }
.mark { width: 30px; height: 30px; border-radius: 8px; background: linear-gradient(135deg, #4a6572, #7c97a3); }
.field { flex: 0 1 280px; height: 34px; border-radius: 6px; background: #edf1f3; color: #5b6670; padding: 7px 12px; font-size: 13px; }
.navigation { margin-left: auto; display: flex; gap: 22px; color: #5b6670; font-size: 13px; }
.columns { max-width: 1080px; margin: 20px auto 60px; padding: 0 16px; display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 20px; align-items: start; }
.narrow { max-width: 640px; margin: 20px auto 60px; padding: 0 16px; }
.card { background: #fff; border: 1px solid #e2e0dc; border-radius: 10px; overflow: hidden; margin-bottom: 12px; }
.cover { height: 168px; position: relative; }
.cover svg { display: block; width: 100%; height: 100%; }
.face { position: absolute; left: 24px; bottom: -44px; width: 128px; height: 128px; border: 4px solid #fff; border-radius: 50%; overflow: hidden; background: #fff; padding: 0; }
.face svg { display: block; width: 100%; height: 100%; }
.top { padding: 60px 24px 22px; display: flex; gap: 24px; }
.words { flex: 1; min-width: 0; }
.row { display: flex; flex-wrap: wrap; align-items: baseline; gap: 6px; }
.name { font-size: 24px; line-height: 1.25; font-weight: 600; overflow-wrap: anywhere; display: inline; }
.soft { color: #66707a; font-size: 14px; }
.hidden { display: none; }
.headline { font-size: 16px; margin-top: 2px; max-width: 62ch; }
.line { margin-top: 6px; }
.placeRow { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; color: #66707a; }
.placeRow a { color: #2f6684; font-weight: 600; }
.count { color: #2f6684; font-weight: 600; margin-top: 6px; }
.chips { flex: 0 0 230px; display: grid; gap: 10px; align-content: start; padding-top: 4px; }
.chip { display: flex; align-items: center; gap: 8px; font-weight: 600; font-size: 13px; background: none; border: 0; padding: 0; text-align: left; font-family: inherit; color: inherit; }
.glyph { flex: none; width: 30px; height: 30px; border-radius: 5px; background: #dfe6ea; display: block; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 24px 22px; }
.button { font: 600 14px/1 system-ui, sans-serif; border-radius: 20px; padding: 9px 16px; border: 1px solid #2f6684; color: #2f6684; background: #fff; cursor: pointer; display: inline-block; }
.primary { background: #2f6684; color: #fff; }
.body { padding: 20px 24px; }
.body h2, .body h3 { font-size: 18px; font-weight: 600; margin-bottom: 10px; }
.body p + p { margin-top: 8px; }
.item { display: flex; gap: 12px; padding: 12px 0; border-top: 1px solid #ece9e5; }
.item:first-of-type { border-top: 0; }
.item strong { display: block; }
.small { width: 44px; height: 44px; border-radius: 50%; overflow: hidden; flex: none; display: block; }
.small svg { display: block; width: 100%; height: 100%; }
.person { display: flex; gap: 12px; padding: 10px 0; align-items: start; }
.person strong { display: block; overflow-wrap: anywhere; }
.brief { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.invite { margin-top: 10px; }
.mutual { margin-top: 6px; font-size: 13px; }
.post { padding: 16px 20px; }
.post .text { margin: 12px 0; }
.reposted { color: #66707a; font-size: 13px; padding-bottom: 10px; margin-bottom: 12px; border-bottom: 1px solid #ece9e5; }
.comment { display: flex; gap: 10px; background: #f5f5f3; border-radius: 10px; padding: 12px; margin-top: 12px; }
.result { display: flex; gap: 14px; padding: 16px 20px; border-top: 1px solid #ece9e5; }
.result:hover { text-decoration: none; background: #fafaf8; }
.form { max-width: 400px; margin: 48px auto; padding: 28px; background: #fff; border: 1px solid #e2e0dc; border-radius: 10px; }
.form h1 { font-size: 24px; margin-bottom: 16px; }
.form label { display: block; margin: 12px 0 4px; }
.form input { width: 100%; padding: 9px; border: 1px solid #b9b7b2; border-radius: 5px; font: inherit; }
@media (max-width: 800px) { .columns { grid-template-columns: minmax(0, 1fr); } .top { flex-direction: column; } .chips { flex: none; } .navigation { gap: 12px; } .cover { height: 110px; } }
`;

/** A calm landscape, no picture of anything. */
export function cover(hue: number): string {
  return `<svg viewBox="0 0 800 200" preserveAspectRatio="none" aria-hidden="true"><rect width="800" height="200" fill="hsl(${hue} 30% 82%)"/><path d="M0 130C140 80 240 160 400 118S640 60 800 112V200H0Z" fill="hsl(${hue} 28% 70%)"/><path d="M0 168C180 120 300 190 470 152S700 130 800 158V200H0Z" fill="hsl(${hue} 28% 58%)"/></svg>`;
}
