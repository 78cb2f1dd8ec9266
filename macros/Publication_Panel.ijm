// Lays out a panel for a publication: the image (A), its heat map with a calibration bar (B) and
// the regions for review outlined in the image (C), side by side.
//
// In ImageJ or Fiji: open an image, then Plugins > Macros > Run... and this file.
// Headless: give the image's path and the panel's path as the macro's argument, separated by |.

gap = 8;
arguments = split(getArgument(), "|");
if (arguments.length == 2) open(arguments[0]);
setBatchMode(true);
title = getTitle();
width = getWidth();
height = getHeight();

run("SparseViT Manipulation Localization", "mode=native threshold=0.5 min_area=64");
image = getImageID();

newImage("Panel of " + title, "RGB white", 3 * width + 2 * gap, height, 1);
panel = getImageID();

// A: the image alone
selectImage(image);
run("Select None");
Overlay.copy;
Overlay.remove;
put(panel, 0, "A");

// B: the map, whose overlay is its calibration bar
selectImage(title + " probability");
put(panel, width + gap, "B");

// C: the image with its regions
selectImage(image);
Overlay.paste;
put(panel, 2 * (width + gap), "C");

selectImage(panel);
if (arguments.length == 2) saveAs("PNG", arguments[1]);
setBatchMode("exit and display");

// Draws the active image as it is seen, overlay and all, into the panel.
function put(panel, x, letter) {
	source = getImageID();
	run("Flatten");
	copy = getImageID();
	Image.copy;
	selectImage(panel);
	Image.paste(x, 0);
	size = maxOf(12, getHeight() / 15);
	setFont("SansSerif", size, "bold antialiased");
	setColor("white");
	drawString(letter, x + size / 2, 1.6 * size, "black");
	selectImage(copy);
	close();
	selectImage(source);
}
