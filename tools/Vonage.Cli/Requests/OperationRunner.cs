using System.CommandLine;
using Newtonsoft.Json.Linq;
using Spectre.Console;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Vonage.Cli;

/// <summary>Runs an operation's command: sends its request, and writes the reply.</summary>
internal sealed class OperationRunner(ApiGroup group, ApiCommand command, CommandOptions options, SharedOptions shared, ParseResult arguments, Terminal terminal)
{
    private readonly string _format = arguments.GetValue(shared.Format)!;
    private int _listed;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var variables = Settings.Of(shared, arguments, terminal);
        using var trace = new Trace(arguments.GetValue(shared.DryRun) ? request => RequestPrinter.PrintAsync(terminal.Out, request) : null, stop);
        using var connection = new Connection(variables, arguments.GetValue(shared.Timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, trace);
        using var request = new RequestBuilder(command, new CommandInput(options, arguments), new FieldText(terminal.In), arguments.GetValue(shared.DryRun));
        try
        {
            await SendAsync(connection.ClientOf(group.Provider), request, stop.Token);
            return ExitCodes.Success;
        }
        catch (InvalidRequestException error)
        {
            throw new UsageException(request.Explain(error));
        }
        catch (Exception error) when (trace.HasPrinted && error is (OperationCanceledException or ApiException))
        {
            return ExitCodes.Success;
        }
        catch (ApiException error) when (error is ApiTimeoutException or ApiConnectionException)
        {
            await terminal.Error.WriteLineAsync($"error: {Terminal.Printable(error.Message)}");
            await terminal.Error.WriteLineAsync(error.WasSent switch
            {
                RequestSent.No => "Nothing was sent: it can be sent again.",
                RequestSent.Yes => "It was sent, and the answer is not complete.",
                _ => "It may have been processed: check before you send it again.",
            });
            return ExitCodes.Of(error);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync(trace switch
            {
                { Last: null } => "Canceled. Nothing was sent.",
                { IsPending: true } when command.Operation.Effect != OperationEffect.None => $"Canceled. {trace.Last} was sent, and no answer came: it may have been processed. Check before you send it again.",
                { IsPending: true } => $"Canceled. {trace.Last} was sent, and no answer came. It changes nothing.",
                _ => $"Canceled after the answer to {trace.Last}.",
            });
            return ExitCodes.Canceled;
        }
    }

    private async Task SendAsync(ApiClient api, RequestBuilder builder, CancellationToken cancellationToken)
    {
        if (command.Paging is { } paging)
        {
            await ListAsync(new PageList(api, command, paging, builder).Create(cancellationToken), cancellationToken);
            return;
        }

        var request = builder.Create(api.Credentials);
        if (command.IsDownload)
        {
            await DownloadAsync(api, request, cancellationToken);
        }
        else if (command.HasNoReply)
        {
            await api.SendAsync(request, cancellationToken);
            SayDone();
        }
        else
        {
            var reply = options.Watch is { } watch && arguments.GetValue(watch) ? await WatchAsync(api, builder, cancellationToken) : await ReplyAsync(api, request, cancellationToken);
            SayDone();
            if (reply is null)
                return;
            if (command.Items is { } items && _format != "json")
                ReplyOutput.WriteList(terminal, _format, reply.Items(items), command.Columns);
            else
                ReplyOutput.Write(terminal, _format, reply);
        }
    }

    private async Task<JToken?> ReplyAsync(ApiClient api, ApiRequest request, CancellationToken cancellationToken) => (command.IsReplyOptional
        ? await api.SendOptionalAsync(request, Read, cancellationToken)
        : await api.SendAsync(request, Read, cancellationToken))?.Json;

    private JsonReply Read(Newtonsoft.Json.JsonReader json) => JsonReply.Read(json, command);

    // What changes something, and may cost something, is said beside the output.
    private void SayDone()
    {
        if (command.Operation.Effect != OperationEffect.None)
            terminal.Error.WriteLine($"{command.Operation.Name} done: {command.Operation.Method} {command.Operation.Server.Address.Host}{command.Operation.PathTemplate}");
    }

    private async Task ListAsync(PagedList<JToken> list, CancellationToken cancellationToken)
    {
        var most = arguments.GetValue(options.All!) ? int.MaxValue : arguments.GetValue(options.Limit!) ?? ListOutput.DefaultLimit;
        using var output = new ListOutput(terminal, _format, command.Columns);
        await foreach (var item in list.WithCancellation(cancellationToken))
        {
            output.Add(item);
            if (++_listed == most)
                break;
        }

        output.End();
        if (_listed == most && arguments.GetValue(options.Limit!) is null)
            await terminal.Error.WriteLineAsync($"These are the first {most}. To list more: --limit NUMBER, or --all.");
    }

    private async Task DownloadAsync(ApiClient api, ApiRequest request, CancellationToken cancellationToken)
    {
        var path = arguments.GetValue(options.Output!)!;
        if (path == "-" || arguments.GetValue(shared.DryRun))
        {
            await using var output = terminal.OpenOutput();
            await api.DownloadAsync(request, output, cancellationToken);
            return;
        }

        // Nobody takes half a file for a whole one.
        var draft = path + ".part";
        try
        {
            await using (var file = File.Create(draft))
                await WithStatusAsync(say => api.DownloadAsync(request, file, new Bytes(say), cancellationToken));
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }

        await terminal.Error.WriteLineAsync($"Wrote {path} ({new FileInfo(path).Length} bytes).");
    }

    private async Task<JToken?> WatchAsync(ApiClient api, RequestBuilder builder, CancellationToken cancellationToken)
    {
        var interval = arguments.GetValue(options.Interval!) is { } seconds ? TimeSpan.FromSeconds(seconds) : terminal.WatchInterval;
        JToken? reply = null;
        await WithStatusAsync(async say =>
        {
            while (true)
            {
                reply = await ReplyAsync(api, builder.Create(api.Credentials), cancellationToken);
                if (reply is null)
                    return;
                say($"{command.State}: {reply.Wire(command.State!).Cell()}");
                if (States.IsFinal(reply, command.State!))
                    return;
                await Task.Delay(interval, cancellationToken);
            }
        });
        return reply;
    }

    /// <summary>Shows how far something is: as a moving bar, or, where nothing can move, as a line for each change.</summary>
    private async Task WithStatusAsync(Func<Action<string>, Task> run)
    {
        if (terminal.CanDraw)
        {
            // Nobody knows when a call ends: the bar only shows that something goes on.
            await terminal.Side().Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()).StartAsync(progress =>
            {
                var task = progress.AddTask("…").IsIndeterminate();
                return run(text => task.Description = Markup.Escape(text));
            });
            return;
        }

        string? last = null;
        await run(text =>
        {
            if (text != last && !text.EndsWith("bytes", StringComparison.Ordinal))
                terminal.Error.WriteLine(last = text);
        });
    }

    private sealed class Bytes(Action<string> say) : IProgress<long>
    {
        public void Report(long value) => say($"{value} bytes");
    }
}
