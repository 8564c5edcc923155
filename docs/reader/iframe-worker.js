/* Search from file://, where browsers refuse workers: the search script runs in a hidden frame instead.
   Its name must contain "iframe-worker": the offline plugin then adds no shim of its own from the network. */
(() => {
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.srcdoc = "<!doctype html>";
      this.ready = new Promise((resolve) => {
        this.frame.addEventListener("load", () => resolve(this.start(url)), { once: true });
      });
      document.body.append(this.frame);
    }

    async start(url) {
      const inner = this.frame.contentWindow;
      const load = (src) => new Promise((onload, onerror) => {
        const script = Object.assign(inner.document.createElement("script"), { src, onload, onerror });
        inner.document.head.append(script);
      });
      inner.postMessage = (data) => this.deliver(data);
      inner.importScripts = async (...sources) => { for (const source of sources) await load(source); };
      await load(url);
      return inner;
    }

    deliver(data) {
      const message = new MessageEvent("message", { data });
      this.onmessage?.(message);
      this.dispatchEvent(message);
    }

    postMessage(data) {
      this.ready.then((inner) => inner.dispatchEvent(new inner.MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  }

  // The search script asks for IFrameWorker by name to find its language files.
  window.IFrameWorker = window.Worker = FrameWorker;
})();
