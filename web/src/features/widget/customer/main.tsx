import "@fontsource-variable/inter/wght.css";
import "./customer.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { CustomerPage } from "./CustomerPage";

const root = document.getElementById("root");
if (!root) throw new Error("customer.html has no #root");

const signed = decodeURIComponent(location.pathname.split("/")[2] ?? "");
createRoot(root).render(<StrictMode><CustomerPage signed={signed} /></StrictMode>);
