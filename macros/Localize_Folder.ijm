// Analyzes every image of a folder. For each image, the probability map, mask, overlay, ROIs, table
// of regions, and run record are written to the output folder. What cannot be analyzed is passed
// over with a line in the log; results of an earlier run among the images are only counted.
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
analyzed = 0;
failed = 0;
results = 0;
for (i = 0; i < names.length; i++) {
	showProgress(i, names.length);
	if (isResult(input, names[i])) {
		results++;
	} else if (matches(toLowerCase(names[i]), ".*\\.(png|jpe?g|tiff?|bmp|gif)")) {
		problem = localize(input + File.separator + names[i], output);
		if (problem == "") {
			analyzed++;
		} else {
			failed++;
			print("Passed over: " + names[i] + " " + problem);
		}
	}
}
print("Images analyzed: " + analyzed + ", passed over: " + failed);
if (results > 0) print("Results of an earlier run among the images: " + results + ", passed over");

// Analyzes the image of a file. Returns what is wrong with it, or nothing; an error would end the
// macro, and leave the other images undone.
function localize(path, output) {
	// Unlike open, this goes on where there is no image; where there is, it describes the image.
	found = call("ij.IJ.openImage", path);
	if (!startsWith("" + found, "img[")) return "cannot be opened as an image";
	open(path);
	problem = "";
	if (maxOf(getWidth(), getHeight()) < 129 || minOf(getWidth(), getHeight()) < 64) {
		problem = "is too small to judge: " + getWidth() + " x " + getHeight() + " pixels";
	} else {
		// The model stays open from one image to the next. stack=all analyzes every slice.
		run("SparseViT Manipulation Localization", "stack=all output=[" + output + "]");
	}
	close("*");
	return problem;
}

// Whether SparseViT wrote a file: that tells its name, and the run record beside it.
function isResult(folder, name) {
	stem = replace(name, "_(probability|mask|overlay)\\.(tif|png)$", "");
	record = folder + File.separator + stem + ".json";
	if (stem == name || !File.exists(record)) return false;
	if (indexOf(File.openAsString(record), "\"name\": \"SparseViT") < 0) return false;
	return true;
}
