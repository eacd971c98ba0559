using System.ComponentModel;
using System.Globalization;

namespace Vonage.Core.Serialization;

/// <summary>Converts text to an extensible enum, for configuration and for model binding in ASP.NET Core.</summary>
/// <typeparam name="T">The extensible enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExtensibleEnumTypeConverter<T> : TypeConverter
    where T : struct, IExtensibleEnum
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? Create(text) : base.ConvertFrom(context, culture, value);

    /// <summary>Creates a value from its wire representation.</summary>
    protected abstract T Create(string value);
}
