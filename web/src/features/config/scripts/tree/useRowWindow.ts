import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

// A screen's worth beyond the edges, so that fast scrolling finds rows there; and all there is where nothing has a height.
const beyond = 12;
const withoutLayout = 60;

/** Which rows of equal height are to be drawn, of however many there are. */
export function useRowWindow(count: number, rowHeight: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 0 });

  const look = useCallback(() => {
    const element = frame.current;
    if (element) {
      setView((before) => before.top === element.scrollTop && before.height === element.clientHeight
        ? before : { top: element.scrollTop, height: element.clientHeight });
    }
  }, []);

  useLayoutEffect(look, [look]);
  useEffect(() => {
    const element = frame.current;
    if (!element) {
      return;
    }
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => { sizes.disconnect(); };
  }, [look]);

  const reveal = useCallback((row: number) => {
    const element = frame.current;
    if (!element || row < 0) {
      return;
    }
    const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
    if (top < element.scrollTop) {
      element.scrollTop = Math.max(top - rowHeight, 0);
    } else if (bottom > element.scrollTop + element.clientHeight) {
      element.scrollTop = bottom - element.clientHeight + rowHeight;
    }
    look();
  }, [look, rowHeight]);

  const shown = view.height === 0 ? withoutLayout : Math.ceil(view.height / rowHeight);
  const first = Math.max(Math.floor(view.top / rowHeight) - beyond, 0);
  const last = Math.min(first + shown + 2 * beyond, count);
  return { frame, first, last, look, reveal };
}
