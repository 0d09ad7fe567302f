using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Maps successful answers to what a method returns.</summary>
internal sealed class ResultMapper(TypeMapper types)
{
    /// <summary>What the method of a tool returns.</summary>
    public ResultModel Map(Tool tool, HttpFamilyCall call, string operation)
    {
        var kind = call switch
        {
            SseCall => ResultKind.Events,
            StreamableHttpCall => ResultKind.Items,
            _ => tool.ResultKind is MediaKind.EventStream or MediaKind.JsonLines or MediaKind.JsonSequence ? ResultKind.Items : ResultKind.Value,
        };
        if (tool.Result is not { } result)
        {
            return new ResultModel(kind, SimpleType.Element);
        }

        var schema = types.Resolve(result);
        if (kind != ResultKind.Value)
        {
            // The schema is that of one item.
            return schema is NothingSchema ? new ResultModel(kind, SimpleType.Element)
                : kind == ResultKind.Items && schema is TextSchema { Format: "binary" } ? new ResultModel(ResultKind.Chunks, null)
                : new ResultModel(kind, types.Map(result, Place.OfWhole(operation, "Item")));
        }

        if (schema is NothingSchema)
        {
            return new ResultModel(ResultKind.Nothing, null);
        }

        return schema is TextSchema { Format: "binary" }
            ? new ResultModel(ResultKind.Stream, null)
            : ByStatus(tool, new ResultModel(ResultKind.Value, types.Map(result, Place.OfWhole(operation, schema is ArraySchema ? "Results" : "Result"))));
    }

    private ResultModel ByStatus(Tool tool, ResultModel result)
    {
        if (result.Type!.AsNonNullable() is not GeneratedType type || types.Models.OfType<UnionModel>().LastOrDefault(model => ReferenceEquals(model.Identity, type.Identity)) is not { IsByStatus: true } union)
        {
            return result;
        }

        var cases = new List<StatusCaseModel>();
        foreach (var response in tool.Responses)
        {
            if (response.ResultCase is { } position)
            {
                cases.Add(new StatusCaseModel(response.Status, union.Cases.Select((item, i) => item.Positions.Contains(position) ? i : -1).Max(), response.Contents[0].Kind));
            }
        }

        return result with { Cases = cases };
    }
}
