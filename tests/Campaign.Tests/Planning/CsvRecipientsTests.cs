using Campaign.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tests.Planning;

internal sealed class CsvRecipientsTests
{
    [Test]
    public async Task A_row_has_its_line_its_number_its_fields_and_its_time_zone()
    {
        var rows = await ReadAsync("number,name,TimeZone,city\n447700900001,Ann,Europe/London,Leeds\n447700900002,Bob,,York\n", "name");
        Assert.That(rows, Has.Count.EqualTo(2));
        var (ann, bob) = ((Recipient)rows[0], (Recipient)rows[1]);
        Assert.Multiple(() =>
        {
            Assert.That((ann.Line, ann.Number, ann.TimeZone), Is.EqualTo((2L, "447700900001", "Europe/London")));
            Assert.That(ann.Fields, Is.EquivalentTo(new Dictionary<string, string> { ["name"] = "Ann", ["city"] = "Leeds" }));
            Assert.That(ann.Fields["NAME"], Is.EqualTo("Ann"));
            Assert.That((bob.Line, bob.Number, bob.TimeZone), Is.EqualTo((3L, "447700900002", (string?)null)));
        });
    }

    [TestCase("number")]
    [TestCase("Number")]
    [TestCase("to")]
    [TestCase("Phone")]
    [TestCase("MSISDN")]
    public async Task The_number_is_in_a_column_of_any_usual_name(string column) =>
        Assert.That(await NumbersAsync($"name,{column}\nAnn,447700900001"), Is.EqualTo(["447700900001"]));

    [TestCase("\uFEFFnumber,name\r\n447700900001,Ann\r\n447700900002,Bob\r\n", TestName = "A byte order mark and CRLF")]
    [TestCase("number,name\r447700900001,Ann\r447700900002,Bob", TestName = "CR alone, and no end of the last line")]
    [TestCase("number;name\n447700900001;Ann, dear\n447700900002;Bob\n", TestName = "Semicolons")]
    [TestCase("number\tname\n447700900001\tAnn\n447700900002\tBob\n", TestName = "Tabs")]
    [TestCase("\n\n\"number\";\"name, or\"\n\n447700900001;Ann\n   \n;\n447700900002;Bob\n\n", TestName = "Empty lines and rows, and a comma within a name")]
    [TestCase("number,name\n\"447700900001\", \"Ann\"\n\"447700900002\" ,\"Bob\"\n", TestName = "Quotation marks with spaces around them")]
    [TestCase("number,name\n 447700900001 ,Ann\n\t447700900002,Bob\n", TestName = "Spaces around cells")]
    public async Task It_is_read_however_it_is_written(string text) =>
        Assert.That(await NumbersAsync(text), Is.EqualTo(["447700900001", "447700900002"]));

    [Test]
    public async Task A_quoted_cell_has_separators_quotation_marks_and_line_ends_of_its_own()
    {
        var rows = await ReadAsync("number,name\r\n447700900001,\"Ann \"\"A\"\",\r\nand\r\n\r\nBob\"\r\n447700900002,Eve");
        Assert.Multiple(() =>
        {
            Assert.That(((Recipient)rows[0]).Fields["name"], Is.EqualTo("Ann \"A\",\nand\n\nBob"));
            Assert.That(rows[1].Line, Is.EqualTo(6));
        });
    }

    [Test]
    public async Task It_is_read_in_whatever_pieces_it_comes()
    {
        const string text = "\uFEFFnumber,name\r\n447700900001,\"Ann\r\nB\"\r\n\r\n447700900002,Bob";
        var rows = await CsvRecipients.ReadAsync(new Pieces(text), ["name"]).ToListAsync();
        Assert.That(rows.Cast<Recipient>().Select(row => (row.Line, row.Number, row.Fields["name"])), Is.EqualTo([(2L, "447700900001", "Ann\nB"), (5L, "447700900002", "Bob")]));
    }

    [TestCase("+44 7700 900000", "447700900000")]
    [TestCase("0044-7700-900000", "447700900000")]
    [TestCase("+1 (415) 555-0100", "14155550100")]
    [TestCase("+44\u00A07700\u00A0900000", "447700900000")]
    [TestCase("+44 07700 900000", "447700900000")]
    [TestCase("4407700900000", "447700900000")]
    [TestCase("+1 1 415 555 0100", "14155550100")]
    [TestCase("+39 06 1234 5678", "390612345678")]
    public async Task A_number_is_written_in_any_international_way(string written, string digits) =>
        Assert.That(await NumbersAsync($"number\n{written}"), Is.EqualTo([digits]));

    [TestCase("07700 900000", "replace the 0 with the country code")]
    [TestCase("(415) 555-0100", "ambiguous")]
    [TestCase("+44 (0)7700 900000", "A 0 in brackets")]
    [TestCase("4.47701E+11", "A spreadsheet has written the number with an exponent")]
    [TestCase("\"4,47700900123e+11\"", "A spreadsheet has written the number with an exponent")]
    [TestCase("Ann", "a character that is not a digit")]
    [TestCase("12345", "It has 5 digits")]
    [TestCase("1234567890123456", "It has 16 digits")]
    [TestCase("\"\"", "The number is empty")]
    public async Task A_number_that_cannot_be_told_is_refused_with_its_reason(string written, string reason)
    {
        var rows = await ReadAsync($"name,number\nAnn,{written}\nBob,447700900002");
        Assert.Multiple(() =>
        {
            Assert.That(rows[0], Is.InstanceOf<BadRow>().With.Property("Line").EqualTo(2).And.Property("Reason").Contains(reason));
            Assert.That(rows[1], Is.InstanceOf<Recipient>());
        });
    }

    [Test]
    public async Task A_reason_does_not_contain_the_number() =>
        Assert.That(((BadRow)(await ReadAsync("number\n020 7946 0018")).Single()).Reason, Does.Not.Contain("7946"));

    [TestCase("447700900001,Europe/Nowhere,Ann", "No time zone is named 'Europe/Nowhere'")]
    [TestCase("447700900001,../../etc/passwd,Ann", "No time zone is named")]
    [TestCase("447700900001,,", "'name' is empty")]
    [TestCase("447700900001,,\"  \"", "'name' is empty")]
    [TestCase("447700900001,", "The row has 2 columns, but the first line names 3")]
    [TestCase("447700900001", "The row has 1 column, but")]
    [TestCase("447700900001,,Ann, dear", "The row has 4 columns")]
    [TestCase("447700900001,,J\uFFFDrg", "Save the file as UTF-8")]
    [TestCase("447700900001,,\"Ann\" dear", "Text follows a closing quotation mark")]
    [TestCase("447700900001,,Ann \"A\"", "A quotation mark stands within a cell")]
    [TestCase("447700900001,,\"Ann", "A quotation mark is not closed")]
    public async Task A_bad_row_is_told_with_its_line_and_reason_and_the_others_are_read(string bad, string reason)
    {
        var rows = await ReadAsync($"number,timezone,name\n447700900000,,Eve\n{bad}\n447700900002,,Bob\n447700900003,,Joe", "name");
        Assert.Multiple(() =>
        {
            Assert.That(rows.OfType<Recipient>().Select(row => row.Number), Is.EqualTo(["447700900000", "447700900002", "447700900003"]));
            Assert.That(rows.OfType<BadRow>().Single().Line, Is.EqualTo(3));
            Assert.That(rows.OfType<BadRow>().Single().Reason, Does.Contain(reason));
        });
    }

    [Test]
    public async Task A_quotation_mark_that_nobody_closed_costs_its_own_row_only_in_a_long_file_too()
    {
        var good = string.Concat(Enumerable.Range(0, 500).Select(i => $"{447700900000 + i},Ann\n"));
        var rows = await ReadAsync("number,name\n447700800000,\"Ann\n" + good + "447700800001,\"Ann\n" + good);
        Assert.Multiple(() =>
        {
            Assert.That(rows.OfType<Recipient>().Count(), Is.EqualTo(1000));
            Assert.That(rows.OfType<BadRow>().Select(row => row.Line), Is.EqualTo([2L, 503L]));
        });
    }

    [Test]
    public async Task A_quotation_mark_that_is_closed_by_that_of_the_next_row_costs_its_own_row_only()
    {
        var rows = await ReadAsync("number,name\n447700900001,\"Ann\n447700900002,\"Bob\"\n447700900003,\"Eve\"");
        Assert.Multiple(() =>
        {
            Assert.That(rows.OfType<BadRow>().Select(row => row.Line), Is.EqualTo([2L]));
            Assert.That(rows.OfType<Recipient>().Select(row => row.Fields["name"]), Is.EqualTo(["Bob", "Eve"]));
        });
    }

    [Test]
    public async Task A_line_that_never_ends_is_a_bad_row_and_not_kept()
    {
        var rows = await ReadAsync($"number,name\n447700900001,{new string('x', 3_000_000)}\n447700900002,Bob");
        Assert.Multiple(() =>
        {
            Assert.That(rows[0], Is.EqualTo(new BadRow(2, "The line is longer than 65536 characters.")));
            Assert.That(rows[1], Is.InstanceOf<Recipient>().With.Property("Line").EqualTo(3));
        });
    }

    [TestCase("", "The file is empty")]
    [TestCase("\n \n", "The file is empty")]
    [TestCase("447700900001,Ann\n", "one of them 'number'")]
    [TestCase("phone,to,name\n", "Both 'to' and 'phone' may be the number")]
    [TestCase("number,name,Name\n", "Two columns are named 'name'")]
    [TestCase("number,,name\n", "a column without a name")]
    [TestCase("number,\"name\n", "A quotation mark is not closed")]
    [TestCase("number,city\n447700900001,Leeds", "The message needs 'name', but the file has no such column. It has: 'city'.")]
    [TestCase("number\n447700900001", "It has none besides the number.")]
    [TestCase("n\0u\0m\0b\0e\0r\0", "Save the file as UTF-8.")]
    [TestCase("number,pr\uFFFDnom\n447700900001,Ann", "Save the file as UTF-8.")]
    public void A_first_line_that_does_not_name_what_is_needed_ends_the_reading(string text, string reason) =>
        Assert.That(async () => await ReadAsync(text, "name"), Throws.TypeOf<FormatException>().With.Message.Contains(reason));

    [Test]
    public async Task The_column_that_is_named_number_is_the_number_whatever_the_others_are() =>
        Assert.That(
            ((Recipient)(await ReadAsync("phone,number\nnone,447700900001")).Single()).Fields,
            Is.EqualTo(new Dictionary<string, string> { ["phone"] = "none" }));

    [Test]
    public async Task A_message_may_contain_the_number_as_it_is_written() =>
        Assert.That(((Recipient)(await ReadAsync("name,Number\nAnn,+44 7700 900001", "number")).Single()).Fields["number"], Is.EqualTo("+44 7700 900001"));

    [Test]
    public void Reading_never_throws_whatever_the_rows_are() =>
        Prop.ForAll<NonNull<string>>(text => ReadAsync("number,name\n" + text.Get).GetAwaiter().GetResult().Count >= 0).Holds();

    [Test]
    public void One_bad_row_never_takes_another_with_it() =>
        Prop.ForAll(Gen.Elements(',', '"', ' ', 'a', '4', ';', '\0', '\uFFFD').ArrayOf().ToArbitrary(), bad =>
        {
            string[] good = ["447700900001", "447700900002", "447700900003"];
            var rows = ReadAsync($"number,name\n{good[0]},Ann\n{new string(bad)}\n{good[1]},Bob\n{good[2]},Eve").GetAwaiter().GetResult();
            return rows.OfType<Recipient>().Select(row => row.Number).SequenceEqual(good);
        }).Holds();

    [Test]
    public void What_was_written_in_quotation_marks_is_read_as_it_was() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((one, other) =>
        {
            static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            static string Clean(string cell) => cell.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Replace('\r', '\n').Trim();
            var (first, second) = (Clean(one.Get), Clean(other.Get));
            var row = (Recipient)ReadAsync($"a,number,b\n{Quote(first)},447700900001,{Quote(second)}").GetAwaiter().GetResult().Single();
            return row.Fields["a"] == first && row.Fields["b"] == second;
        }).Holds();

    [Test]
    [NonParallelizable]
    public async Task A_million_rows_take_no_more_memory_than_a_few()
    {
        var count = 0;
        var (first, most) = (0L, 0L);
        await foreach (var row in CsvRecipients.ReadAsync(new ManyRows(1_000_000), ["name"]))
        {
            count += row is Recipient ? 1 : 0;
            if (count % 200_000 != 1)
                continue;
            var used = GC.GetTotalMemory(forceFullCollection: true);
            (first, most) = (first == 0 ? used : first, Math.Max(most, used));
        }

        Assert.Multiple(() =>
        {
            Assert.That(count, Is.EqualTo(1_000_000));
            Assert.That(most - first, Is.LessThan(4_000_000));
        });
    }

    [Test]
    public void Reading_ends_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.That(
            async () =>
            {
                await foreach (var _ in CsvRecipients.ReadAsync(new ManyRows(int.MaxValue), ["name"], cancellation.Token))
                    await cancellation.CancelAsync();
            },
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static async Task<List<CsvRow>> ReadAsync(string text, params string[] needed) => await CsvRecipients.ReadAsync(new StringReader(text), needed).ToListAsync();

    private static async Task<IEnumerable<string>> NumbersAsync(string text) => from row in await ReadAsync(text) select ((Recipient)row).Number;

    /// <summary>A file that comes one character at a time.</summary>
    private sealed class Pieces(string text) : TextReader
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            if (_at == text.Length)
                return new(0);
            buffer.Span[0] = text[_at++];
            return new(1);
        }
    }

    /// <summary>A file that is made while it is read.</summary>
    private sealed class ManyRows(int count) : TextReader
    {
        private int _next = -1;
        private string _rest = "";

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_rest.Length == 0)
            {
                if (_next == count)
                    return new(0);
                _rest = _next < 0 ? "number,name,city\r\n" : $"{447700000000 + _next},\"Ann \"\"{_next}\"\"\",Leeds\r\n";
                _next++;
            }

            var length = Math.Min(buffer.Length, _rest.Length);
            _rest.AsSpan(0, length).CopyTo(buffer.Span);
            _rest = _rest[length..];
            return new(length);
        }
    }
}
