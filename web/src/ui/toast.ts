import { notifications } from "@mantine/notifications";

const SHOWN = 6_000;

/** Says in a corner that something was done. Read out by screen readers, as all of these are (role=alert). */
export const tellDone = (message: string) => notifications.show({ message, color: "evergreen", autoClose: SHOWN });

/** Says that something was not done; stays until it is closed. */
export const tellFailed = (title: string, error?: Error) =>
  notifications.show({ title, message: error?.message, color: "red", autoClose: false });
