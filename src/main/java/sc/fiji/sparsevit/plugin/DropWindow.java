/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImageJ;
import ij.plugin.BrowserLauncher;
import ij.plugin.PlugIn;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.progress.TimeLeft;

/**
 * A window to drop pictures, folders and PDFs on. They are screened one drop after the other, and
 * each report opens in the browser.
 */
public final class DropWindow implements PlugIn {

  static final String TITLE = "SparseViT: drop here";

  private static final Dimension SIZE = new Dimension(520, 360);
  private static final Color BORDER = new Color(0x6080a0);

  private final JFrame frame = new JFrame(TITLE);
  private final JProgressBar bar = new JProgressBar();
  private final JTextArea lines = new JTextArea();
  private final JButton cancel = new JButton("Cancel");

  /** One drop at a time; the thread ends with ImageJ. */
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "SparseViT drop window");
            thread.setDaemon(true);
            return thread;
          });

  /** What was dropped before the user's last Cancel is not done. */
  private final AtomicInteger canceledUpTo = new AtomicInteger();

  private final AtomicInteger drops = new AtomicInteger();

  /** From the menu. */
  @Override
  public void run(String argument) {
    SwingUtilities.invokeLater(this::open);
  }

  /** On Swing's thread. */
  void open() {
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            close();
          }
        });
    frame.setLayout(new BorderLayout(8, 8));
    frame.add(target(), BorderLayout.CENTER);
    frame.add(lower(), BorderLayout.SOUTH);
    frame.setSize(SIZE);
    place();
    frame.setVisible(true);
    // So that the first drop finds the model open.
    worker.execute(this::openModel);
  }

  /** Screens files or folders after what was dropped before. On Swing's thread. */
  void screen(List<Path> inputs) {
    int number = drops.incrementAndGet();
    var dropped = new DroppedFiles(inputs);
    bar.setIndeterminate(true);
    cancel.setEnabled(true);
    say("Waiting: " + dropped.name());
    worker.execute(() -> screen(dropped, number));
  }

  private JComponent target() {
    var label =
        new JLabel(
            "<html><center><font size=+1>Drop an image, a folder or a PDF here</font><br><br>It is"
                + " analyzed on this computer and not sent anywhere.</center></html>",
            SwingConstants.CENTER);
    label.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createEmptyBorder(10, 10, 0, 10),
            BorderFactory.createDashedBorder(BORDER, 2, 6, 4, true)));
    frame.getRootPane().setTransferHandler(new FileDrop(this::screen));
    return label;
  }

  private JComponent lower() {
    lines.setEditable(false);
    lines.setLineWrap(true);
    lines.setWrapStyleWord(true);
    lines.setRows(5);
    // Else a text field takes drops itself.
    lines.setTransferHandler(new FileDrop(this::screen));
    cancel.setEnabled(false);
    cancel.addActionListener(event -> canceledUpTo.set(drops.get()));
    var choose = new JButton("Choose...");
    choose.addActionListener(event -> choose());
    var help = new JButton("Help");
    help.addActionListener(event -> IJ.doCommand("SparseViT First Minutes"));
    var buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    List.of(choose, cancel, help).forEach(buttons::add);
    var panel = new JPanel(new BorderLayout(8, 8));
    panel.setBorder(BorderFactory.createEmptyBorder(0, 10, 4, 10));
    panel.add(bar, BorderLayout.NORTH);
    panel.add(new JScrollPane(lines), BorderLayout.CENTER);
    panel.add(buttons, BorderLayout.SOUTH);
    return panel;
  }

  /** Below ImageJ's window. */
  private void place() {
    ImageJ imageJ = IJ.getInstance();
    if (imageJ == null) {
      frame.setLocationRelativeTo(null);
    } else {
      frame.setLocation(imageJ.getX(), imageJ.getY() + imageJ.getHeight() + 8);
    }
  }

  private void choose() {
    var chooser = new JFileChooser();
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    chooser.setMultiSelectionEnabled(true);
    if (chooser.showOpenDialog(frame) == JFileChooser.APPROVE_OPTION) {
      screen(List.of(chooser.getSelectedFiles()).stream().map(File::toPath).toList());
    }
  }

  private void openModel() {
    try {
      SharedLocalizer.ofSession().use(DroppedFiles.model(), this::say, localizer -> null);
    } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
      say(FailureText.sentence(e));
    }
  }

  private void screen(DroppedFiles dropped, int number) {
    var progress = new DropProgress(number);
    try {
      progress.throwIfCanceled();
      say("Analyzing " + dropped.name());
      var output = dropped.makeFolder(DroppedFiles.resultsFolder(), LocalDateTime.now());
      var summary = dropped.screen(output, progress, this::say);
      var report = output.resolve("report.html");
      say(summary.sentence() + " See " + report);
      BrowserLauncher.openURL(report.toUri().toASCIIString());
    } catch (CancellationException e) {
      say("Canceled: " + dropped.name());
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | LinkageError e) {
      say(dropped.name() + ": " + FailureText.sentence(e));
    } finally {
      SwingUtilities.invokeLater(() -> ended(number));
    }
  }

  private void ended(int number) {
    boolean last = number == drops.get();
    bar.setIndeterminate(!last);
    bar.setStringPainted(false);
    bar.setValue(0);
    cancel.setEnabled(!last);
  }

  private void close() {
    canceledUpTo.set(drops.get());
    worker.shutdown();
  }

  private void say(String line) {
    SwingUtilities.invokeLater(
        () -> {
          lines.append(line + "\n");
          lines.setCaretPosition(lines.getDocument().getLength());
        });
  }

  /** Of one drop. */
  private final class DropProgress implements ProgressListener {
    private static final int STEPS = 1000;

    private final int number;
    private final TimeLeft timeLeft = new TimeLeft();

    DropProgress(int number) {
      this.number = number;
    }

    void throwIfCanceled() {
      if (isCanceled()) {
        throw new CancellationException();
      }
    }

    @Override
    public void progress(long done, long total) {
      var left = timeLeft.after(done, total);
      SwingUtilities.invokeLater(
          () -> {
            bar.setIndeterminate(false);
            bar.setMaximum(STEPS);
            bar.setValue((int) (STEPS * done / total));
            bar.setStringPainted(!left.isEmpty());
            bar.setString(left);
          });
    }

    @Override
    public boolean isCanceled() {
      return number <= canceledUpTo.get();
    }
  }
}
