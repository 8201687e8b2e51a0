// The one opening in the window's wall: the page can call the core and hear its events, nothing else.
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('trame', {
  call: (channel: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', channel, input),
  onChange: (listener: (event: unknown) => void): (() => void) => {
    const hear = (_: unknown, event: unknown): void => listener(event);
    ipcRenderer.on('event', hear);
    return () => ipcRenderer.off('event', hear);
  },
});
