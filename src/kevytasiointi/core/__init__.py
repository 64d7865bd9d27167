"""Clock, ids, translated text, sealing, typed request. No models, no business."""
