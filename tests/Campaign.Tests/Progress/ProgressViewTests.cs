using Campaign.Progress;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Campaign.Tests.Progress;

internal sealed class ProgressViewTests
{
    private static readonly CampaignProgress State = new(8_000, 30, 1_960, 1_500, 5, 1, 2, 0, 2, 0, 29.5, new TimeSpan(1, 4, 35));
    private static readonly CampaignProgress End = new(0, 0, 9_990, 9_000, 5, 1, 2, 0, 2, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task On_a_screen_it_is_drawn_again_for_each_state()
    {
        using var console = new TestConsole().EmitAnsiSequences().Width(120);
        var view = new ProgressView(console, isLive: true, TimeProvider.System);
        var drawn = new List<string>();
        await view.ShowAsync(States());
        drawn.Add(console.Output);
        Assert.Multiple(() =>
        {
            Assert.That(drawn[0], Does.Contain("8,000").And.Contain("waiting").And.Contain("delivered").And.Contain("1,500"));
            Assert.That(drawn[0], Does.Contain("1,970 of 10,000 done (19.7 %); 29.5 per second, 1:04:35 left"));
            Assert.That(drawn[1], Does.Contain("10,000 of 10,000 done (100.0 %); 0.0 per second, 0:00:00 left"));
            Assert.That(drawn[0], Does.Contain("left out: 2 suppressed, 2 invalid").And.Not.Contain("duplicate").And.Not.Contain("expired"));
        });

        async IAsyncEnumerable<CampaignProgress> States()
        {
            yield return State;
            await Task.Yield();
            drawn.Add(console.Output);
            yield return End;
        }
    }

    [Test]
    public async Task A_million_recipients_fit_on_a_narrow_screen()
    {
        using var console = new TestConsole().Width(80);
        var million = new CampaignProgress(1_000_000, 1_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1, 1, 1, 1, 29.5, null);
        await new ProgressView(console, isLive: true, TimeProvider.System).ShowAsync(new[] { million }.ToAsyncEnumerable());
        Assert.Multiple(() =>
        {
            Assert.That(console.Output, Does.Match(@"│\s+waiting │ sending │\s+sent │ delivered │\s+refused │\s+unknown │\s"));
            Assert.That(console.Output, Does.Match(@"│ 1,000,000 │\s+1,000 │ 1,000,000 │ 1,000,000 │ 1,000,000 │ 1,000,000 │\s"));
        });
    }

    [Test]
    public async Task Elsewhere_it_is_a_line_every_five_seconds_and_one_for_the_end()
    {
        var time = new ManualTime();
        var (console, written) = Redirected();
        await new ProgressView(console, isLive: false, time).ShowAsync(States());
        Assert.That(written.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            """
            12:00:00 1,970 of 10,000 done (19.7 %): 8,000 waiting, 30 sending, 1,960 sent, 1,500 delivered, 5 refused, 1 unknown, 2 suppressed, 2 invalid; 29.5 per second, 1:04:35 left
            12:00:05 1,970 of 9,970 done (19.7 %): 8,000 waiting, 0 sending, 1,960 sent, 1,500 delivered, 5 refused, 1 unknown, 2 suppressed, 2 invalid; 29.5 per second, 1:04:35 left
            12:00:06 10,000 of 10,000 done (100.0 %): 0 waiting, 0 sending, 9,990 sent, 9,000 delivered, 5 refused, 1 unknown, 2 suppressed, 2 invalid; 0.0 per second, 0:00:00 left

            """.ReplaceLineEndings("\n")));

        async IAsyncEnumerable<CampaignProgress> States()
        {
            for (var second = 0; second < 6; second++)
            {
                yield return second == 0 ? State : State with { Sending = 5 - second };
                await Task.Yield();
                time.Advance(TimeSpan.FromSeconds(1));
            }

            yield return End;
        }
    }

    [Test]
    public void What_was_not_written_is_written_when_the_campaign_is_interrupted()
    {
        var (console, written) = Redirected();
        Assert.Multiple(() =>
        {
            Assert.That(async () => await new ProgressView(console, isLive: false, new ManualTime()).ShowAsync(States()), Throws.TypeOf<OperationCanceledException>());
            Assert.That(written.ToString().TrimEnd().Split('\n'), Has.Length.EqualTo(2).And.ItemAt(1).Contains("10,000 of 10,000 done"));
        });

        static async IAsyncEnumerable<CampaignProgress> States()
        {
            yield return State;
            await Task.Yield();
            yield return End;
            throw new OperationCanceledException();
        }
    }

    [Test]
    public async Task It_is_not_drawn_into_a_file()
    {
        var (console, written) = Redirected();
        await new ProgressView(console).ShowAsync(new[] { State with { TimeLeft = null } }.ToAsyncEnumerable());
        Assert.That(written.ToString(), Does.Contain("time left unknown").And.Not.Contain("\u001b").And.Not.Contain("│"));
    }

    [Test]
    public async Task An_empty_campaign_is_shown_too()
    {
        using var console = new TestConsole().Width(120);
        await new ProgressView(console, isLive: true, TimeProvider.System).ShowAsync(new[] { new CampaignProgress(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null) }.ToAsyncEnumerable());
        Assert.That(console.Output, Does.Contain("0 of 0 done (0.0 %)"));
    }

    [Test]
    public async Task A_hundred_percent_is_said_of_all_only()
    {
        var (console, written) = Redirected();
        await new ProgressView(console).ShowAsync(new[] { End with { Waiting = 1 } }.ToAsyncEnumerable());
        Assert.That(written.ToString(), Does.Contain("10,000 of 10,001 done (99.9 %)"));
    }

    private static (IAnsiConsole Console, StringWriter Written) Redirected()
    {
        var written = new StringWriter();
        return (AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written) }), written);
    }
}
