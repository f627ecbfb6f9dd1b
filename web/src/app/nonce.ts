/** What the server's content security policy asks of style tags; empty while developing. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

// Dialogs hold the page behind them still with a style tag of another library, which looks for the nonce under this name.
if (nonce !== "") Object.assign(globalThis, { __webpack_nonce__: nonce });
