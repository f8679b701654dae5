// The layout engine listens to messages by itself as soon as it is loaded into a worker.
import "elkjs/lib/elk-worker.min.js";
