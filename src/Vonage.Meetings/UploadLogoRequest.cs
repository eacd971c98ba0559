using Vonage.Core;

namespace Vonage.Meetings;

public partial class UploadLogoRequest
{
    /// <summary>Initializes a new instance of the <see cref="UploadLogoRequest"/> class with a file and all fields of the upload, which their signature covers.</summary>
    /// <param name="fields">The fields of the upload (<see cref="LogoUpload.Fields"/>).</param>
    /// <param name="file">The logo, a PNG file.</param>
    public static UploadLogoRequest Of(LogoUploadFields fields, FileContent file)
    {
        _ = fields ?? throw new ArgumentNullException(nameof(fields));
        var request = new UploadLogoRequest
        {
            ContentType = fields.ContentType,
            Key = fields.Key,
            LogoType = fields.LogoType,
            Bucket = fields.Bucket,
            XAmzAlgorithm = fields.XAmzAlgorithm,
            XAmzCredential = fields.XAmzCredential,
            XAmzDate = fields.XAmzDate,
            XAmzSecurityToken = fields.XAmzSecurityToken,
            Policy = fields.Policy,
            XAmzSignature = fields.XAmzSignature,
            File = file ?? throw new ArgumentNullException(nameof(file)),
        };
        foreach (var field in fields.AdditionalProperties)
            request.AdditionalProperties.Add(field);
        return request;
    }
}
