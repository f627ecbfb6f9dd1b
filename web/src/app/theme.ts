import { Alert, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

// Evergreen on paper, by day and by night. Every pair of text and ground below reaches 4.5 : 1 (theme.test.ts).
const evergreen: MantineColorsTuple = [
  "#e6f5f1", "#cbe9e2", "#9bd6c9", "#67c0ae", "#3fae99", "#1f9682", "#0f8070", "#0b6e5f", "#08574b", "#053f37",
];
const gray: MantineColorsTuple = [
  "#f6f8f7", "#edf1ef", "#dfe5e3", "#cbd4d1", "#aeb9b5", "#7f8d88", "#566460", "#414e4a", "#2a3532", "#17211f",
];
const dark: MantineColorsTuple = [
  "#e6ecea", "#c6d0cd", "#9dada8", "#72827d", "#3d4946", "#2b3634", "#1b2422", "#111817", "#0d1312", "#080c0c",
];

/** What an alert says: its words are told in the colours with a meaning, which can be read on their ground. */
const alerts: Record<string, string> = { yellow: "warn", red: "bad", green: "good" };

export const theme = createTheme({
  colors: { evergreen, gray, dark },
  primaryColor: "evergreen",
  primaryShade: 7,
  black: "#17211f",
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, monospace",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" }, h2: { fontSize: "1.125rem", lineHeight: "1.4" }, h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  components: {
    Alert: Alert.extend({
      vars: (_, { color = "" }) => {
        const meaning = alerts[color];
        return { root: meaning === undefined ? {} : { "--alert-bg": `var(--rappel-${meaning}-ground)`, "--alert-color": `var(--rappel-${meaning})` } };
      },
    }),
    Button: { defaultProps: { size: "sm" } },
    Paper: { defaultProps: { radius: "lg", withBorder: true } },
    Modal: { defaultProps: { centered: true, radius: "lg", overlayProps: { backgroundOpacity: 0.45 } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
});

/** Colours with a meaning, told once for both schemes: use them as var(--rappel-good), var(--rappel-good-ground). */
export const meanings = {
  light: {
    "--rappel-page": "#f3f6f5", "--rappel-card": "#ffffff", "--rappel-line": "#dfe5e3", "--rappel-edge": "#aeb9b5",
    "--rappel-text": "#17211f", "--rappel-quiet": "#566460", "--rappel-accent": "#0b6e5f", "--rappel-accent-ground": "#e1f2ee",
    "--rappel-good": "#0d6b44", "--rappel-good-ground": "#e2f4ea", "--rappel-warn": "#7c5000", "--rappel-warn-ground": "#fdf0d8",
    "--rappel-bad": "#b3261e", "--rappel-bad-ground": "#fde7e5", "--rappel-plain-ground": "#eaeeec",
  },
  dark: {
    "--rappel-page": "#0d1312", "--rappel-card": "#151d1b", "--rappel-line": "#2b3634", "--rappel-edge": "#4c5b57",
    "--rappel-text": "#e6ecea", "--rappel-quiet": "#9dada8", "--rappel-accent": "#58c7b2", "--rappel-accent-ground": "#12332d",
    "--rappel-good": "#7ddcab", "--rappel-good-ground": "#12382a", "--rappel-warn": "#f0c36a", "--rappel-warn-ground": "#3a2d10",
    "--rappel-bad": "#ff9d94", "--rappel-bad-ground": "#45201d", "--rappel-plain-ground": "#26302e",
  },
} as const;

const ofMantine = (scheme: "light" | "dark") => {
  const colour = meanings[scheme];
  return {
    ...colour,
    "--mantine-color-body": colour["--rappel-card"],
    "--mantine-color-text": colour["--rappel-text"],
    "--mantine-color-dimmed": colour["--rappel-quiet"],
    "--mantine-color-placeholder": colour["--rappel-quiet"],
    "--mantine-color-error": colour["--rappel-bad"],
    "--mantine-color-anchor": colour["--rappel-accent"],
    "--mantine-color-default-border": colour["--rappel-edge"],
  };
};

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: ofMantine("light"), dark: ofMantine("dark") });
