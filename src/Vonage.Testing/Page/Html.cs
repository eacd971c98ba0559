using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Vonage.Testing.Page;

/// <summary>HTML, as opposed to text. An interpolated string becomes HTML in which every value is text, unless it is HTML itself.</summary>
internal readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html None => default;

    public static Html Of(Handler markup) => new(markup.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>The HTML if a condition is met, and nothing otherwise.</summary>
    public static Html If(bool condition, Func<Html> markup) => condition ? markup() : None;

    public override string ToString() => _markup ?? "";

    [InterpolatedStringHandler]
    internal readonly struct Handler
    {
        private readonly StringBuilder _markup;

        public Handler(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (16 * formattedCount));

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(Html part) => _markup.Append(part.ToString());

        public void AppendFormatted(IEnumerable<Html> parts)
        {
            foreach (var part in parts)
                _markup.Append(part.ToString());
        }

        public void AppendFormatted(string? text)
        {
            if (!string.IsNullOrEmpty(text))
                _markup.Append(HtmlEncoder.Default.Encode(text));
        }

        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

        public override string ToString() => _markup.ToString();
    }
}
