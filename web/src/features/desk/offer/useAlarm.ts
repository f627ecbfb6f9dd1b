import { useEffect } from "react";

const BLINK = 1_000;

/** Calls to somebody who looks elsewhere: the tab's title blinks, and the system says so where it may. */
export function useAlarm(title: string, body: string) {
  useEffect(() => {
    const before = document.title;
    let on = false;
    const blink = () => {
      on = !on;
      document.title = on ? `● ${title}` : before;
    };
    blink();
    const timer = setInterval(blink, BLINK);
    return () => {
      clearInterval(timer);
      document.title = before;
    };
  }, [title]);

  useEffect(() => {
    if (!document.hidden || !("Notification" in window) || Notification.permission !== "granted") return;
    const notice = new Notification(title, { body, tag: "rappel.offer", requireInteraction: true });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
    return () => { notice.close(); };
  }, [title, body]);
}
