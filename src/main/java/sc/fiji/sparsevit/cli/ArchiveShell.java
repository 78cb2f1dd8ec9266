/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.batch.LockedArchive;
import sc.fiji.sparsevit.io.FileNames;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.reuse.Archive;
import sc.fiji.sparsevit.reuse.ArchivedPicture;

@Command(
    name = "archive",
    description = "Lists, removes, and checks the images in an archive that batch --archive made.",
    subcommands = {
      ArchiveShell.Contents.class,
      ArchiveShell.Remove.class,
      ArchiveShell.Check.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ArchiveShell implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command. Choose one of: list, remove, check");
  }

  private static LockedArchive open(Path folder, CommandSpec spec) throws IOException {
    Archive.requireArchive(folder);
    return LockedArchive.open(folder, ProgressListener.NONE, spec.commandLine().getErr()::println);
  }

  @Command(
      name = "list",
      description =
          "Prints a line for each image: file, page, size, panels, date, SHA-256, what is kept"
              + " (thumbnail or full image), run.",
      mixinStandardHelpOptions = true)
  static final class Contents implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The archive.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
      var out = spec.commandLine().getOut();
      try (var locked = open(folder, spec)) {
        var pictures = locked.archive().pictures();
        pictures.forEach(picture -> out.println(line(picture)));
        spec.commandLine().getErr().println("Images: " + pictures.size());
      }
      return ExitCode.OK;
    }

    private static String line(ArchivedPicture picture) {
      return String.join(
          "\t",
          FileNames.printable(picture.name()),
          picture.page() == null ? "-" : "page " + picture.page(),
          picture.width() + "x" + picture.height(),
          picture.panels() + (picture.panels() == 1 ? " panel" : " panels"),
          picture.date(),
          picture.sha256(),
          picture.full() ? "full image" : "thumbnail",
          FileNames.printable(picture.run()));
    }
  }

  @Command(
      name = "remove",
      description = "Removes all images of files with these names or SHA-256, without a trace.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The archive.")
    private Path folder;

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "NAME|SHA256",
        description = "As archive list prints them.")
    private List<String> files;

    @Override
    public Integer call() throws IOException {
      var wanted = new HashSet<>(files);
      var unknown = new HashSet<>(files);
      try (var locked = open(folder, spec)) {
        for (var picture : locked.archive().pictures()) {
          unknown.remove(picture.name());
          unknown.remove(picture.sha256());
        }
        int removed =
            locked
                .archive()
                .remove(
                    picture -> wanted.contains(picture.name()) || wanted.contains(picture.sha256()),
                    ProgressListener.NONE);
        spec.commandLine().getOut().println("Removed images: " + removed);
      }
      for (var name : unknown) {
        spec.commandLine()
            .getErr()
            .println(
                FileNames.printable(name) + ": not in the archive; archive list prints the names.");
      }
      return unknown.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  @Command(
      name = "check",
      description = "Reads all of the archive and says whether it is whole.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The archive.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
      try (var locked = open(folder, spec)) {
        locked.archive().check();
        spec.commandLine()
            .getOut()
            .println("The archive is whole. Images: " + locked.archive().pictures().size());
      }
      return ExitCode.OK;
    }
  }
}
