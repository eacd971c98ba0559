using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>
/// The file of <see cref="VonageSimulatorOptions.StateFile"/>: one JSON object with a member for each part of the state. It is written a moment after a change
/// (a large one less often) and at the end, next to itself first, so that an end at any moment leaves a whole file.
/// </summary>
internal sealed class StateFile : IAsyncDisposable
{
    private const int Version = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _path;
    private readonly SharedState _shared;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _work;
    private TimeSpan _lastWrite;

    private StateFile(string path, SharedState shared)
    {
        (_path, _shared) = (path, shared);
        // Where it cannot be written, this is known at the start.
        Write();
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Reads the file; null if there is none yet.</summary>
    /// <exception cref="InvalidDataException">The file is not one that a simulator wrote.</exception>
    public static JsonObject? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path)) is JsonObject state && state["version"]?.GetValue<int>() == Version)
                return state["private_key"] is not { } key || ApplicationKey.TryImport(key.GetValue<string>()) is not null ? state : throw new FormatException("private_key is no key in PEM format.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(path, error);
        }
        throw Unreadable(path, null);
    }

    /// <summary>Restores what was read, and keeps the file up to date from then on.</summary>
    /// <exception cref="InvalidDataException">The file is not one that a simulator wrote.</exception>
    public static StateFile Open(string path, JsonObject? state, SharedState shared)
    {
        try
        {
            foreach (var (name, part) in shared.Kept.Where(_ => state is not null))
            {
                if (state![name] is { } kept)
                    part.Restore(kept);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw Unreadable(path, error);
        }
        return new StateFile(path, shared);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        using var changes = _shared.Changes.Open();
        try
        {
            while (true)
            {
                await changes.ReadAsync(_stopping.Token).ConfigureAwait(false);
                await Task.Delay(Pause + (20 * _lastWrite), _stopping.Token).ConfigureAwait(false);
                TryWrite();
            }
        }
        catch (OperationCanceledException)
        {
            Write();
        }
    }

    // A full disk or a folder that is away for a moment: the next change is written again, and whoever ends the simulator learns of what failed last.
    private void TryWrite()
    {
        try
        {
            Write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nothing else can be done here.
        }
    }

    private void Write()
    {
        var start = Stopwatch.GetTimestamp();
        var state = new JsonObject { ["version"] = Version };
        lock (_shared.Gate)
        {
            foreach (var (name, part) in _shared.Kept)
                state[name] = part.Save();
        }
        var text = state.ToJsonString(Readable);
        var next = _path + ".new";
        // It contains the private key and the secrets of the simulator.
        using (var stream = new FileStream(next, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write }
            : new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            stream.Write(Encoding.UTF8.GetBytes(text));
        File.Move(next, _path, overwrite: true);
        _lastWrite = Stopwatch.GetElapsedTime(start);
    }

    private static InvalidDataException Unreadable(string path, Exception? error) => new(string.Create(
        CultureInfo.InvariantCulture, $"The state file {path} cannot be read: {error?.Message ?? $"it is not a JSON object with version {Version}."} It was left as it is. Name another file, or remove it."), error);
}

/// <summary>A part of the state that is kept across restarts. Both functions are called with the gate.</summary>
/// <param name="Save">Describes the part.</param>
/// <param name="Restore">Replaces the part.</param>
internal sealed record KeptPart(Func<JsonNode> Save, Action<JsonNode> Restore);
