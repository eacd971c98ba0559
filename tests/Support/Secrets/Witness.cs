using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace TestSupport.Secrets;

/// <summary>Writes down all that a process shows of itself: logs of every level with their scopes, activities, and the tags of metrics.</summary>
internal sealed class Witness : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _shown = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics;

    public Witness()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                Note($"{activity.DisplayName} {activity.StatusDescription}");
                NoteAll(activity.TagObjects.Concat(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value))).Concat(activity.Events.SelectMany(one => one.Tags)));
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _metrics.SetMeasurementEventCallback<long>((_, _, tags, _) => NoteAll(tags.ToArray()));
        _metrics.SetMeasurementEventCallback<double>((_, _, tags, _) => NoteAll(tags.ToArray()));
        _metrics.Start();
    }

    public IEnumerable<string> Shown => _shown;

    public int Count => _shown.Count;

    public void Note(string? text)
    {
        if (text is not null)
            _shown.Enqueue(text);
    }

    public void Clear() => _shown.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        NoteState(state);
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Note(formatter(state, exception));
        Note(exception?.ToString());
        NoteState(state);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _metrics.Dispose();
    }

    private void NoteState(object? state)
    {
        Note(state?.ToString());
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
            NoteAll(values);
    }

    private void NoteAll(IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var value in values)
            Note($"{value.Key}={value.Value}");
    }
}
