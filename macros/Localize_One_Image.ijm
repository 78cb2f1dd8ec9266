// Shows where one image was manipulated, and lists the regions for review in the log.
//
// In ImageJ or Fiji: open an image, then Plugins > Macros > Run... and this file.
// Headless: give the image's path as the macro's argument.

path = getArgument();
if (path != "") open(path);
image = getImageID();
title = getTitle();

// Options that are left out have their defaults; an unknown option is an error. Some options are
// mode (native, thorough or paper), model (lite, or the path of a .safetensors or .pth file),
// threshold (0 to 1), min_area (pixels), device (auto, cpu or gpu), and stack (current or all);
// all of them are in docs/fiji.md. Put values with spaces in brackets: model=[/my models/base.pth]
run("SparseViT Manipulation Localization", "mode=native threshold=0.5 min_area=64");

// The image is still selected. Each region for review is an element of its overlay.
for (i = 0; i < Overlay.size; i++) {
	Overlay.activateSelection(i);
	getSelectionBounds(x, y, width, height);
	print(Roi.getName + ": x=" + x + " y=" + y + " width=" + width + " height=" + height);
}
run("Select None");
if (Overlay.size == 0) print("no region above the threshold");

// The probability map is a separate 32-bit image.
selectImage(title + " probability");
getStatistics(area, mean, min, max);
print(title + ": highest probability " + d2s(max, 3));
selectImage(image);
