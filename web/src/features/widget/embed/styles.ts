/** What a page around us cannot touch, nor we it. */
export const styles = `
:host { all: initial; display: block; font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.5; color: #17211d; max-width: 26rem;
  --strong: #0b6e4f; --on-strong: #fff; }
* { box-sizing: border-box; font: inherit; }
button { min-height: 48px; padding: 0 1.25rem; border-radius: 8px; border: 1px solid #c5cec9; background: #fff; color: #17211d; font-weight: 600; cursor: pointer; }
button.main { background: var(--strong); color: var(--on-strong); border-color: var(--strong); }
button.close { min-height: 44px; padding: 0 .5rem; border: none; background: none; color: #55625c; }
button:disabled { opacity: .55; cursor: default; }
section { margin-top: .75rem; padding: 1rem; border: 1px solid #c5cec9; border-radius: 12px; background: #fff; box-shadow: 0 6px 24px rgb(0 0 0 / .12); }
.head { display: flex; justify-content: space-between; align-items: flex-start; gap: .5rem; }
h2 { font-size: 1.2rem; font-weight: 650; line-height: 1.25; margin: .6rem 0 0; outline: none; }
p { margin: .4rem 0 0; }
.dim { color: #55625c; font-size: .95rem; }
label { display: block; font-weight: 600; margin: .9rem 0 .3rem; }
label span { font-weight: 400; color: #55625c; }
input, select { width: 100%; min-height: 48px; padding: 0 .75rem; border: 1px solid #7b8781; border-radius: 8px; background: #fff; color: #17211d; }
form button.main { width: 100%; margin-top: 1.1rem; }
.wrong { color: #b3261e; font-weight: 600; }
.done { font-weight: 600; font-size: 1.1rem; }
a { color: var(--link); font-weight: 600; display: inline-block; padding: .6rem 0; }
.trap { position: absolute; left: -10000px; width: 1px; height: 1px; overflow: hidden; }
[hidden] { display: none; }
:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
`;

/** Black or white, whichever reads better on the colour (WCAG relative luminance). */
export function readableOn(color: string) {
  return contrast(luminance(color), 1) >= contrast(luminance(color), luminance("#17211d")) ? "#ffffff" : "#17211d";
}

/** The colour where it can be read on white, else ink. */
export const readableAsText = (color: string) => (contrast(luminance(color), 1) >= 4.5 ? color : "#17211d");

const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

function luminance(color: string) {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}
