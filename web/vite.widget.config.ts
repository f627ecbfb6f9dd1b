import { defineConfig } from "vite";

// The one script that stands on other people's pages: whole, under a name that never changes.
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: "src/features/widget/embed/main.ts", formats: ["iife"], name: "RappelWidget", fileName: () => "widget.js" },
  },
});
