namespace Vonage.Core;

/// <summary>A model that can write itself as form fields.</summary>
public interface IFormContent
{
    /// <summary>Writes each field that is set.</summary>
    void WriteTo(FormWriter writer);
}

/// <summary>A model that can write itself as the parts of a multipart body.</summary>
public interface IMultipartContent
{
    /// <summary>Writes each part that is set.</summary>
    void WriteTo(MultipartWriter writer);
}
