// Analyzes every image of a folder. For each image, the probability map, mask, overlay, ROIs, table
// of regions, and run record are written to the output folder.
//
// In ImageJ or Fiji: Plugins > Macros > Run... and this file; it asks for the two folders.
// Headless: give the two folders as the macro's argument, separated by |.

folders = split(getArgument(), "|");
if (folders.length == 2) {
	input = folders[0];
	output = folders[1];
} else {
	input = getDirectory("Images to look at");
	output = getDirectory("Folder for the results");
}
setBatchMode(true);
names = getFileList(input);
for (i = 0; i < names.length; i++) {
	showProgress(i, names.length);
	if (matches(toLowerCase(names[i]), ".*\\.(png|jpe?g|tiff?|bmp|gif)")) {
		open(input + File.separator + names[i]);
		if (maxOf(getWidth(), getHeight()) < 129 || minOf(getWidth(), getHeight()) < 64) {
			// An error would end the macro, and leave the other images undone.
			print(names[i] + " is too small to judge and was left out: " + getWidth() + " x " + getHeight() + " pixels");
		} else {
			// The model stays open from one image to the next. stack=all analyzes every slice.
			run("SparseViT Manipulation Localization", "stack=all output=[" + output + "]");
		}
		close("*");
	}
}
